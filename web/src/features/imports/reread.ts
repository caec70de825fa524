import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrgId } from '#kernel/ids';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { renewCase, type Preview } from './queries.ts';

/** Reads the table once more with the same columns and days, and with what was chosen for branch names. */
export function useReread(preview: Preview) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (chosen: Readonly<Record<string, OrgId | null>>): Promise<void> => {
    const { reading } = preview;
    if (reading === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await api.imports.prepare({
        commandId: newCommandId(),
        importId: preview.case.importId,
        ...reading,
        branches: { ...reading.branches, ...chosen },
      });
      renewCase(queries);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run };
}
