-- Meaning is searched by vectors from a later release on. Asked for now, so that an installation that lacks the extension learns it
-- on its first day rather than on an update.
CREATE EXTENSION IF NOT EXISTS vector;
