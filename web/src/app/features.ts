import { accounts } from '../features/accounts/feature.ts';
import { admissions } from '../features/admissions/feature.ts';
import { ballots } from '../features/ballots/feature.ts';
import { dues } from '../features/dues/feature.ts';
import { duties } from '../features/duties/feature.ts';
import { floating } from '../features/floating/feature.ts';
import { home } from '../features/home/feature.ts';
import { imports } from '../features/imports/feature.ts';
import { meetings } from '../features/meetings/feature.ts';
import { members } from '../features/members/feature.ts';
import { organisations } from '../features/organisations/feature.ts';
import { publication } from '../features/publication/feature.ts';
import { reports } from '../features/reports/feature.ts';
import { status } from '../features/status/feature.ts';
import { talks } from '../features/talks/feature.ts';
import { transfers } from '../features/transfers/feature.ts';
import { workbook } from '../features/workbook/feature.ts';
import type { MenuEntry, Standing } from './menu.ts';

/** One of the few big buttons of the first page: 记一次会, 收党费, 查党员, 补录. */
export interface BigAct {
  readonly standings: readonly Standing[];
  readonly label: string;
  /** What it costs or does, in a few words. */
  readonly hint: string;
  readonly to: string;
  readonly order: number;
  readonly permission?: string;
}

/** What a module adds to the web beside its routes. */
export interface Feature {
  readonly menu: readonly MenuEntry[];
  readonly acts?: readonly BigAct[];
}

/** A module that works is listed here and in `routes.ts`; its menu entries then appear. */
export const features: readonly Feature[] = [
  home,
  organisations,
  members,
  imports,
  dues,
  accounts,
  meetings,
  duties,
  publication,
  reports,
  talks,
  workbook,
  status,
  admissions,
  ballots,
  transfers,
  floating,
];
