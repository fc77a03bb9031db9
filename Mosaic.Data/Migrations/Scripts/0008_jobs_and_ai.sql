-- Work that is done later, and what is asked of AI providers.

CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (char_length(kind) BETWEEN 1 AND 50),
  dedupe_key text CHECK (char_length(dedupe_key) BETWEEN 1 AND 200),
  user_id uuid REFERENCES users ON DELETE CASCADE,
  payload jsonb NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'running', 'done', 'skipped', 'failed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  max_attempts integer NOT NULL DEFAULT 8 CHECK (max_attempts >= 1),
  run_after timestamptz NOT NULL,
  locked_until timestamptz,
  locked_by text,
  last_error text CHECK (char_length(last_error) <= 2000),
  progress real CHECK (progress BETWEEN 0 AND 1),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((status = 'running') = (locked_by IS NOT NULL) AND (status = 'running') = (locked_until IS NOT NULL))
);
-- The same work waits once. While it runs it may be asked for again, since what it read may have changed.
CREATE UNIQUE INDEX jobs_waiting ON jobs (kind, dedupe_key) WHERE status = 'pending';
CREATE INDEX jobs_due ON jobs (run_after, id) WHERE status = 'pending';
CREATE INDEX jobs_leases ON jobs (locked_until) WHERE status = 'running';
CREATE INDEX jobs_status ON jobs (status, updated_at, id);
CREATE INDEX jobs_user ON jobs (user_id, id);
-- Rows are taken from the front and change often; old statistics would have the planner sort the whole table.
ALTER TABLE jobs SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, fillfactor = 80);

CREATE TABLE server_ai_configs (
  key text PRIMARY KEY CHECK (key IN ('chat', 'reply', 'diary', 'summary', 'tags', 'title', 'embedding')),
  provider text NOT NULL CHECK (provider IN ('offline', 'openai-compatible', 'anthropic')),
  base_url text CHECK (char_length(base_url) <= 2000),
  api_key text,
  model text CHECK (char_length(model) <= 200),
  temperature real CHECK (temperature BETWEEN 0 AND 2),
  max_tokens integer CHECK (max_tokens BETWEEN 1 AND 1000000),
  timeout_seconds integer CHECK (timeout_seconds BETWEEN 1 AND 600),
  options jsonb NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL
);

-- What a person decides about AI. 0 tokens is no budget of one's own.
CREATE TABLE user_ai_settings (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  auto_tag boolean NOT NULL,
  applies_tags boolean NOT NULL,
  auto_summary boolean NOT NULL,
  daily_tokens bigint NOT NULL CHECK (daily_tokens >= 0),
  monthly_tokens bigint NOT NULL CHECK (monthly_tokens >= 0),
  tone text CHECK (char_length(tone) <= 200),
  about_me text CHECK (char_length(about_me) <= 2000),
  updated_at timestamptz NOT NULL
);

-- Every call. A running one holds its estimate against the budget.
CREATE TABLE turn_metrics (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('chat', 'reply', 'diary', 'summary', 'tags', 'title', 'embedding')),
  conversation_id uuid,
  room_id uuid,
  turn_number integer,
  provider text NOT NULL,
  model text NOT NULL,
  input_tokens integer NOT NULL DEFAULT 0,
  output_tokens integer NOT NULL DEFAULT 0,
  cached_tokens integer NOT NULL DEFAULT 0,
  is_estimated boolean NOT NULL DEFAULT false,
  first_token_ms integer,
  latency_ms integer,
  cost numeric(18, 8),
  classification text NOT NULL DEFAULT 'none',
  outcome text NOT NULL CHECK (outcome IN ('running', 'ok', 'failed', 'cancelled', 'refused')),
  created_at timestamptz NOT NULL
);
CREATE INDEX turn_metrics_user ON turn_metrics (user_id, created_at) INCLUDE (provider, input_tokens, output_tokens);
CREATE INDEX turn_metrics_time ON turn_metrics (created_at, id);

-- The exact prompt of a call, for its person alone; gone with any text that was in it.
CREATE TABLE turn_prompts (
  turn_id uuid PRIMARY KEY REFERENCES turn_metrics ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  prompt text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX turn_prompts_time ON turn_prompts (created_at);
CREATE INDEX turn_prompts_user ON turn_prompts (user_id);

-- What a call was given to read, with how near it was to what was asked.
CREATE TABLE turn_sources (
  turn_id uuid NOT NULL REFERENCES turn_metrics ON DELETE CASCADE,
  position integer NOT NULL,
  kind text NOT NULL,
  source_id uuid NOT NULL,
  revision integer,
  score real,
  PRIMARY KEY (turn_id, position)
);
CREATE INDEX turn_sources_source ON turn_sources (source_id);

-- What models made of a memo besides its summary: tags proposed and not yet taken or refused, and which call it was.
CREATE TABLE memo_ai (
  memo_id uuid PRIMARY KEY REFERENCES memos ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  proposed_tags text[] NOT NULL DEFAULT '{}',
  tags_revision integer,
  tags_turn_id uuid REFERENCES turn_metrics ON DELETE SET NULL,
  tags_provider text,
  summary_revision integer,
  summary_turn_id uuid REFERENCES turn_metrics ON DELETE SET NULL,
  summary_provider text,
  updated_at timestamptz NOT NULL
);
CREATE INDEX memo_ai_user ON memo_ai (user_id);
CREATE INDEX memo_ai_tags_turn ON memo_ai (tags_turn_id);
CREATE INDEX memo_ai_summary_turn ON memo_ai (summary_turn_id);

-- Texts as they are searched by meaning: each cut into passages.
CREATE TABLE passages (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  source_kind text NOT NULL CHECK (char_length(source_kind) BETWEEN 1 AND 20),
  source_id uuid NOT NULL,
  position integer NOT NULL CHECK (position >= 0),
  text text NOT NULL,
  source_hash text NOT NULL,
  PRIMARY KEY (user_id, source_kind, source_id, position)
);
CREATE INDEX passages_source ON passages (source_id);

CREATE TABLE passage_embeddings (
  user_id uuid NOT NULL,
  source_kind text NOT NULL,
  source_id uuid NOT NULL,
  position integer NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  dimensions integer NOT NULL CHECK (dimensions BETWEEN 1 AND 16000),
  source_hash text NOT NULL,
  embedding halfvec NOT NULL,
  updated_at timestamptz NOT NULL,
  -- The passage first: what a memo has is asked far more often than what a model has, and one index serves the foreign key too.
  PRIMARY KEY (user_id, source_kind, source_id, position, provider, model, dimensions),
  FOREIGN KEY (user_id, source_kind, source_id, position) REFERENCES passages ON DELETE CASCADE,
  CHECK (vector_dims(embedding) = dimensions),
  CHECK (l2_norm(embedding) > 0)
);
ALTER TABLE passage_embeddings ALTER COLUMN embedding SET STORAGE PLAIN;

-- Prompts hold copies of what they were made from, and passages have no foreign key to the many kinds of source.
CREATE FUNCTION forget_readings(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM turn_prompts WHERE turn_id IN (SELECT turn_id FROM turn_sources WHERE source_id = ANY (ids));
  DELETE FROM passages WHERE source_id = ANY (ids);
$$;

CREATE FUNCTION forget_deleted_memos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_readings((SELECT array_agg(id) FROM gone));
  RETURN NULL;
END $$;
CREATE TRIGGER memos_forgotten AFTER DELETE ON memos REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_deleted_memos();

ALTER TABLE admin_audit DROP CONSTRAINT admin_audit_action_check;
ALTER TABLE admin_audit ADD CONSTRAINT admin_audit_action_check CHECK (action IN
  ('user_made', 'user_disabled', 'user_enabled', 'user_deleted', 'user_promoted', 'user_demoted', 'password_reset',
   'invitation_made', 'invitation_revoked', 'settings_changed', 'ai_changed', 'job_retried', 'job_discarded'));

-- What was written before there was an index of meaning.
INSERT INTO jobs (id, kind, dedupe_key, run_after, created_at, updated_at)
SELECT gen_random_uuid(), 'search.index-all', 'all', now(), now(), now() WHERE EXISTS (SELECT FROM memos);
