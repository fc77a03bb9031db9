-- A restored revision remembers which one it brought back.
ALTER TABLE memo_revisions ADD COLUMN restored_from integer CHECK (restored_from >= 1);
