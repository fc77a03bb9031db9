-- How programs come in: keys that people make, and token families of those that sign in by password.
CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
  prefix text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY
    ['memos:read', 'memos:write', 'diary', 'bots', 'chat', 'sync', 'circle', 'rooms', 'admin']),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  use_count bigint NOT NULL DEFAULT 0 CHECK (use_count >= 0),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX api_keys_user ON api_keys (user_id, created_at DESC);

-- One family a sign-in. It is over when it is revoked, or when the person's stamp is another than it began with.
CREATE TABLE token_families (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  security_stamp text NOT NULL,
  ip_address text,
  user_agent text CHECK (char_length(user_agent) <= 400),
  revoked_at timestamptz,
  last_used_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX token_families_user ON token_families (user_id, last_used_at DESC);

CREATE TABLE refresh_tokens (
  id uuid PRIMARY KEY,
  family_id uuid NOT NULL REFERENCES token_families ON DELETE CASCADE,
  hash bytea NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (family_id);

-- What a request with an Idempotency-Key was answered, for a day. The body is encrypted: it may hold what its owner deletes meanwhile.
CREATE TABLE idempotent_requests (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 200),
  fingerprint bytea NOT NULL,
  object_id uuid NOT NULL,
  locked_until timestamptz NOT NULL,
  status integer,
  content_type text,
  location text,
  body bytea,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotent_requests_time ON idempotent_requests (created_at);
