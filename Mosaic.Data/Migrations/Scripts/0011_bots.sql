-- Bots: personas that read along, and what they reply.

CREATE TABLE bots (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  avatar_id uuid REFERENCES resources ON DELETE SET NULL,
  color smallint NOT NULL CHECK (color BETWEEN 1 AND 6),
  description text NOT NULL DEFAULT '' CHECK (char_length(description) <= 2000),
  personality_prompt text NOT NULL DEFAULT '' CHECK (char_length(personality_prompt) <= 20000),
  backstory text NOT NULL DEFAULT '' CHECK (char_length(backstory) <= 20000),
  greeting text NOT NULL DEFAULT '' CHECK (char_length(greeting) <= 20000),
  attributes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(attributes) = 'array'),
  config jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(config) = 'object'),
  tags text[] NOT NULL DEFAULT '{}',
  auto_reply boolean NOT NULL DEFAULT false,
  trigger jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(trigger) = 'object'),
  is_public boolean NOT NULL DEFAULT false,
  sort_order integer NOT NULL DEFAULT 0,
  -- The character card it came from, as it was: what Mosaic has no field for goes out again with an export.
  card jsonb,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL
);
CREATE INDEX bots_listed ON bots (user_id, sort_order, id) WHERE deleted_at IS NULL;
CREATE INDEX bots_reading_along ON bots (user_id) WHERE auto_reply AND deleted_at IS NULL;
CREATE INDEX bots_public ON bots (created_at) WHERE is_public AND deleted_at IS NULL;
CREATE INDEX bots_avatar ON bots (avatar_id) WHERE avatar_id IS NOT NULL;

-- A reply under a memo, or with a question a turn of the thread below one. The row is there from the moment a bot begins.
CREATE TABLE bot_replies (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  memo_id uuid NOT NULL REFERENCES memos ON DELETE CASCADE,
  bot_id uuid NOT NULL REFERENCES bots ON DELETE CASCADE,
  content text NOT NULL DEFAULT '',
  parent_reply_id uuid REFERENCES bot_replies ON DELETE CASCADE,
  user_question text CHECK (char_length(user_question) BETWEEN 1 AND 4000),
  revision_id uuid REFERENCES memo_revisions ON DELETE SET NULL,
  revision_number integer NOT NULL CHECK (revision_number > 0),
  state text NOT NULL CHECK (state IN ('writing', 'done', 'stopped', 'failed')),
  trouble text CHECK (char_length(trouble) <= 2000),
  is_automatic boolean NOT NULL,
  stop_asked boolean NOT NULL DEFAULT false,
  answer_number integer NOT NULL DEFAULT 0 CHECK (answer_number >= 0),
  answer_count integer NOT NULL DEFAULT 0 CHECK (answer_count >= 0),
  provider text,
  model text,
  turn_id uuid REFERENCES turn_metrics ON DELETE SET NULL,
  recalled jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(recalled) = 'array'),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL,
  CHECK ((parent_reply_id IS NULL) = (user_question IS NULL))
);
CREATE UNIQUE INDEX bot_replies_once ON bot_replies (memo_id, bot_id, revision_number) WHERE parent_reply_id IS NULL;
CREATE INDEX bot_replies_thread ON bot_replies (parent_reply_id, created_at) WHERE parent_reply_id IS NOT NULL;
CREATE INDEX bot_replies_of_bot ON bot_replies (bot_id, created_at);
CREATE INDEX bot_replies_turn ON bot_replies (turn_id);
CREATE INDEX bot_replies_revision ON bot_replies (revision_id);

-- Every answer that a reply has had; the reply itself says the one that is shown.
CREATE TABLE bot_reply_answers (
  reply_id uuid NOT NULL REFERENCES bot_replies ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  content text NOT NULL,
  state text NOT NULL CHECK (state IN ('done', 'stopped')),
  provider text NOT NULL,
  model text NOT NULL,
  turn_id uuid REFERENCES turn_metrics ON DELETE SET NULL,
  recalled jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz NOT NULL,
  PRIMARY KEY (reply_id, number)
);
CREATE INDEX bot_reply_answers_turn ON bot_reply_answers (turn_id);

-- Pictures that go with a question.
CREATE TABLE bot_reply_resources (
  reply_id uuid NOT NULL REFERENCES bot_replies ON DELETE CASCADE,
  resource_id uuid NOT NULL REFERENCES resources ON DELETE CASCADE,
  sort_order integer NOT NULL,
  PRIMARY KEY (reply_id, resource_id)
);
CREATE INDEX bot_reply_resources_resource ON bot_reply_resources (resource_id);

SELECT join_sync('bots', 'bot'), join_sync('bot_replies', 'reply');

ALTER TABLE user_ai_settings ADD COLUMN auto_reply boolean NOT NULL DEFAULT true;
