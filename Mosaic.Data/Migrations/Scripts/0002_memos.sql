-- Memos, their history, drafts, files and links.

-- work/mosaic/search → {work, work/mosaic, work/mosaic/search}: what a memo counts for.
CREATE FUNCTION tag_paths(tags text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT array_to_string(parts[1:depth], '/')), '{}')
  FROM (SELECT string_to_array(tag, '/') AS parts FROM unnest(tags) AS tag) AS split,
       generate_series(1, cardinality(parts)) AS depth
$$;

CREATE TABLE memos (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  content text NOT NULL CHECK (char_length(content) <= 100000),
  tags text[] NOT NULL DEFAULT '{}',
  tag_paths text[] NOT NULL GENERATED ALWAYS AS (tag_paths(tags)) STORED,
  task_count integer NOT NULL DEFAULT 0 CHECK (task_count >= 0),
  open_task_count integer NOT NULL DEFAULT 0 CHECK (open_task_count BETWEEN 0 AND task_count),
  is_archived boolean NOT NULL DEFAULT false,
  is_pinned boolean NOT NULL DEFAULT false,
  diary_date date,
  ai_summary text,
  ai_excluded boolean NOT NULL DEFAULT false,
  revision_count integer NOT NULL DEFAULT 1 CHECK (revision_count >= 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  change_seq bigint NOT NULL
);
CREATE TRIGGER memos_change BEFORE INSERT OR UPDATE ON memos FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX memos_list ON memos (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL AND NOT is_archived;
CREATE INDEX memos_archive ON memos (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL AND is_archived;
CREATE INDEX memos_pinned ON memos (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL AND NOT is_archived AND is_pinned;
CREATE INDEX memos_open_tasks ON memos (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL AND open_task_count > 0;
CREATE INDEX memos_trash ON memos (user_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;
CREATE INDEX memos_tag_paths ON memos USING gin (tag_paths);
CREATE INDEX memos_change_seq ON memos (change_seq);

CREATE TABLE memo_revisions (
  id uuid PRIMARY KEY,
  memo_id uuid NOT NULL REFERENCES memos ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  revision_number integer NOT NULL CHECK (revision_number >= 1),
  content text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  ai_summary text,
  source text NOT NULL CHECK (source IN ('human', 'import', 'restore', 'api')),
  label text CHECK (char_length(label) <= 100),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  change_seq bigint NOT NULL,
  UNIQUE (memo_id, revision_number)
);
CREATE TRIGGER memo_revisions_change BEFORE INSERT OR UPDATE ON memo_revisions FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX memo_revisions_user ON memo_revisions (user_id);
CREATE INDEX memo_revisions_change_seq ON memo_revisions (change_seq);

-- What is being written and not yet saved: one row a person and memo, and one for the composer of new memos (memo_id null).
CREATE TABLE memo_drafts (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  memo_id uuid REFERENCES memos ON DELETE CASCADE,
  target_id uuid NOT NULL,
  content text NOT NULL CHECK (char_length(content) <= 400000),
  resource_ids uuid[] NOT NULL DEFAULT '{}',
  ai_excluded boolean NOT NULL DEFAULT false,
  base_revision integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (user_id, memo_id)
);
CREATE INDEX memo_drafts_memo ON memo_drafts (memo_id);

CREATE TABLE resources (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  memo_id uuid REFERENCES memos ON DELETE CASCADE,
  filename text NOT NULL CHECK (char_length(filename) BETWEEN 1 AND 1000),
  resource_type text NOT NULL CHECK (resource_type IN ('image', 'audio', 'video', 'file')),
  mime_type text NOT NULL,
  file_size bigint NOT NULL CHECK (file_size > 0),
  sha256 bytea NOT NULL,
  storage_type text NOT NULL DEFAULT 'local' CHECK (storage_type IN ('local', 's3')),
  storage_path text NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  ai_description text,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  change_seq bigint NOT NULL
);
CREATE TRIGGER resources_change BEFORE INSERT OR UPDATE ON resources FOR EACH ROW EXECUTE FUNCTION stamp_change();
CREATE INDEX resources_memo ON resources (memo_id, position) WHERE memo_id IS NOT NULL;
CREATE INDEX resources_same_bytes ON resources (user_id, sha256);
CREATE INDEX resources_unclaimed ON resources (created_at) WHERE memo_id IS NULL OR deleted_at IS NOT NULL;
CREATE INDEX resources_change_seq ON resources (change_seq);
ALTER TABLE users ADD FOREIGN KEY (avatar_resource_id) REFERENCES resources ON DELETE SET NULL;

CREATE TABLE memo_links (
  from_memo_id uuid NOT NULL REFERENCES memos ON DELETE CASCADE,
  to_memo_id uuid NOT NULL REFERENCES memos ON DELETE CASCADE,
  PRIMARY KEY (from_memo_id, to_memo_id)
);
CREATE INDEX memo_links_to ON memo_links (to_memo_id);
