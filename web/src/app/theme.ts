import { theme, type ThemeConfig } from 'antd';
import type { Mode } from './mode.ts';

/** One palette feeds our own style sheet (as custom properties) and antd (as tokens). */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly edge: string;
  readonly accent: string;
  readonly accentText: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly notice: string;
  readonly noticeSoft: string;
  readonly good: string;
  readonly focus: string;
}

/** Contrast on ground and surface: text and accents >= 4.5:1 in light and dark, >= 7:1 in elder mode; `edge` (field borders) >= 3:1. */
export const PALETTES: Readonly<Record<Mode, Palette>> = {
  light: {
    ground: '#f6f5f3',
    surface: '#ffffff',
    text: '#1c1b1a',
    muted: '#5a5854',
    line: '#e2dfda',
    edge: '#8b8780',
    accent: '#b5121b',
    accentText: '#b5121b',
    accentSoft: '#fbefee',
    onAccent: '#ffffff',
    notice: '#7a4b00',
    noticeSoft: '#fdf4e1',
    good: '#1d6b3a',
    focus: '#0b57d0',
  },
  dark: {
    ground: '#161615',
    surface: '#20201f',
    text: '#edebe8',
    muted: '#b5b1ab',
    line: '#3a3937',
    edge: '#85817a',
    accent: '#bf2a2f',
    accentText: '#ff9f98',
    accentSoft: '#3b2324',
    onAccent: '#ffffff',
    notice: '#f0c674',
    noticeSoft: '#3a3120',
    good: '#86cf9d',
    focus: '#8ab4f8',
  },
  elder: {
    ground: '#ffffff',
    surface: '#ffffff',
    text: '#000000',
    muted: '#3b3a38',
    line: '#8c8983',
    edge: '#4a4844',
    accent: '#8c0b13',
    accentText: '#8c0b13',
    accentSoft: '#fbeceb',
    onAccent: '#ffffff',
    notice: '#593600',
    noticeSoft: '#fff6e0',
    good: '#0f4a25',
    focus: '#003c9e',
  },
};

const FONTS =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

/** Writes the palette to the root element, where the style sheets read it. */
export function paint(mode: Mode): void {
  const root = document.documentElement;
  root.dataset['mode'] = mode;
  root.style.colorScheme = mode === 'dark' ? 'dark' : 'light';
  for (const [name, colour] of Object.entries(PALETTES[mode])) {
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, colour);
  }
}

/** antd's tokens for a mode. Elder mode has 19 px type and targets of 46 px. */
export function antTheme(mode: Mode): ThemeConfig {
  const p = PALETTES[mode];
  const elder = mode === 'elder';
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONTS,
      fontSize: elder ? 19 : 15,
      controlHeight: elder ? 46 : 36,
      borderRadius: 4,
      motion: false,
      wireframe: false,
      colorPrimary: p.accent,
      colorPrimaryHover: p.accent,
      colorPrimaryActive: p.accent,
      colorPrimaryText: p.accentText,
      colorPrimaryBg: p.accentSoft,
      colorPrimaryBgHover: p.accentSoft,
      colorInfo: p.focus,
      colorSuccess: p.good,
      colorWarning: p.notice,
      colorError: p.accentText,
      colorErrorText: p.accentText,
      colorLink: p.accentText,
      colorLinkHover: p.accentText,
      colorLinkActive: p.accentText,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorText: p.text,
      colorTextHeading: p.text,
      colorTextSecondary: p.muted,
      colorTextTertiary: p.muted,
      colorTextDescription: p.muted,
      colorTextPlaceholder: p.muted,
      colorTextDisabled: p.muted,
      colorIcon: p.muted,
      colorBorder: p.edge,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgActive: p.accentSoft,
      controlItemBgActiveHover: p.accentSoft,
      boxShadowSecondary: '0 4px 16px rgba(0,0,0,.18)',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        defaultHoverColor: p.accentText,
        defaultHoverBorderColor: p.accentText,
        defaultActiveColor: p.accentText,
        defaultActiveBorderColor: p.accentText,
      },
      Table: {
        headerBg: p.ground,
        headerColor: p.muted,
        rowHoverBg: p.accentSoft,
        cellPaddingBlock: elder ? 14 : 10,
      },
      Tabs: {
        itemSelectedColor: p.accentText,
        itemHoverColor: p.accentText,
        inkBarColor: p.accentText,
      },
      Pagination: { itemActiveColor: p.accentText, itemActiveColorHover: p.accentText },
      Input: { hoverBorderColor: p.text, activeBorderColor: p.focus },
      Select: { hoverBorderColor: p.text, activeBorderColor: p.focus, optionSelectedColor: p.text },
      Form: { itemMarginBottom: 18 },
    },
  };
}
