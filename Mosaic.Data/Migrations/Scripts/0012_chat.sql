-- Chat: conversations as trees of messages, what bots remember of them, and the documents they know.

CREATE TABLE conversations (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  bot_id uuid REFERENCES bots ON DELETE SET NULL,
  title text NOT NULL DEFAULT '' CHECK (char_length(title) <= 200),
  title_source text NOT NULL DEFAULT 'auto' CHECK (title_source IN ('auto', 'user')),
  settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
  is_temporary boolean NOT NULL DEFAULT false,
  active_message_id uuid,
  message_count integer NOT NULL DEFAULT 0 CHECK (message_count >= 0),
  total_tokens bigint NOT NULL DEFAULT 0 CHECK (total_tokens >= 0),
  is_pinned boolean NOT NULL DEFAULT false,
  -- What an imported chat was called where it came from, so that it is imported once.
  import_key text CHECK (char_length(import_key) BETWEEN 1 AND 300),
  archived_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL
);
CREATE INDEX conversations_listed ON conversations (user_id, is_pinned DESC, updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX conversations_imported ON conversations (user_id, import_key) WHERE import_key IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX conversations_bot ON conversations (bot_id);
CREATE INDEX conversations_active ON conversations (active_message_id);
CREATE INDEX conversations_temporary ON conversations (updated_at) WHERE is_temporary;

CREATE TABLE conversation_participants (
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  bot_id uuid NOT NULL REFERENCES bots ON DELETE CASCADE,
  is_active boolean NOT NULL DEFAULT true,
  auto_respond boolean NOT NULL DEFAULT true,
  position integer NOT NULL CHECK (position >= 0),
  PRIMARY KEY (conversation_id, bot_id)
);
CREATE INDEX conversation_participants_bot ON conversation_participants (bot_id);

CREATE TABLE messages (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  -- No cascade: a chain of thousands would nest as deep. What goes, goes as a whole subtree in one statement.
  parent_id uuid REFERENCES messages,
  depth integer NOT NULL CHECK (depth >= 0),
  bot_id uuid REFERENCES bots ON DELETE SET NULL,
  name text CHECK (char_length(name) BETWEEN 1 AND 200),
  role text NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
  content text NOT NULL DEFAULT '',
  tokens_used integer NOT NULL DEFAULT 0 CHECK (tokens_used >= 0),
  provider text,
  model text,
  turn_id uuid REFERENCES turn_metrics ON DELETE SET NULL,
  state text NOT NULL CHECK (state IN ('complete', 'streaming', 'stopped', 'failed')),
  trouble text CHECK (char_length(trouble) <= 2000),
  is_automatic boolean NOT NULL DEFAULT false,
  -- Who writes it now; what another process wrote before it died does not count any more.
  writer uuid,
  metadata jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  -- Memos and documents that its text may hold pieces of.
  read_ids uuid[] NOT NULL DEFAULT '{}',
  is_forgotten boolean NOT NULL DEFAULT false,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL,
  CHECK ((parent_id IS NULL) = (depth = 0))
);
CREATE INDEX messages_tree ON messages (conversation_id, depth);
CREATE INDEX messages_children ON messages (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
CREATE INDEX messages_roots ON messages (conversation_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX messages_streaming ON messages (updated_at) WHERE state = 'streaming';
CREATE INDEX messages_read ON messages USING gin (read_ids) WHERE read_ids <> '{}';
CREATE INDEX messages_bot ON messages (bot_id);
CREATE INDEX messages_turn ON messages (turn_id);
ALTER TABLE conversations ADD FOREIGN KEY (active_message_id) REFERENCES messages ON DELETE SET NULL;

-- Named points of a tree.
CREATE TABLE story_branches (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
  parent_id uuid REFERENCES story_branches ON DELETE SET NULL,
  message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
  color smallint NOT NULL CHECK (color BETWEEN 1 AND 6),
  user_direction text CHECK (char_length(user_direction) <= 2000),
  generation_params jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(generation_params) = 'object'),
  depth integer NOT NULL CHECK (depth >= 0),
  branch_order integer NOT NULL CHECK (branch_order >= 0),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX story_branches_message ON story_branches (message_id);
CREATE INDEX story_branches_conversation ON story_branches (conversation_id, branch_order);
CREATE INDEX story_branches_parent ON story_branches (parent_id);

CREATE TABLE import_documents (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  scope text NOT NULL CHECK (scope IN ('all', 'bot', 'conversation')),
  bot_id uuid REFERENCES bots ON DELETE CASCADE,
  conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
  source_type text NOT NULL CHECK (source_type IN ('file', 'url')),
  -- The file's name, or the address.
  source_name text NOT NULL CHECK (char_length(source_name) BETWEEN 1 AND 2000),
  title text NOT NULL DEFAULT '' CHECK (char_length(title) <= 200),
  mime_type text CHECK (char_length(mime_type) <= 200),
  file_size bigint NOT NULL DEFAULT 0 CHECK (file_size >= 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  resource_id uuid REFERENCES resources ON DELETE SET NULL,
  content text NOT NULL DEFAULT '',
  status text NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
  error_message text CHECK (char_length(error_message) <= 2000),
  progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  metadata jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((scope = 'bot') = (bot_id IS NOT NULL) AND (scope = 'conversation') = (conversation_id IS NOT NULL))
);
CREATE INDEX import_documents_listed ON import_documents (user_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX import_documents_bot ON import_documents (bot_id) WHERE bot_id IS NOT NULL;
CREATE INDEX import_documents_conversation ON import_documents (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX import_documents_resource ON import_documents (resource_id) WHERE resource_id IS NOT NULL;

CREATE TABLE memories (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  bot_id uuid REFERENCES bots ON DELETE CASCADE,
  conversation_id uuid REFERENCES conversations ON DELETE CASCADE,
  branch_id uuid REFERENCES story_branches ON DELETE SET NULL,
  document_id uuid REFERENCES import_documents ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('fact', 'passage', 'summary')),
  content text NOT NULL CHECK (char_length(content) BETWEEN 1 AND 20000),
  scope text NOT NULL CHECK (scope IN ('conversation', 'bot', 'all')),
  -- The person chose the scope: it holds on every branch.
  is_scope_chosen boolean NOT NULL DEFAULT false,
  importance real NOT NULL DEFAULT 0.5 CHECK (importance BETWEEN 0 AND 1),
  is_pinned boolean NOT NULL DEFAULT false,
  valid_until timestamptz,
  source_message_id uuid REFERENCES messages ON DELETE CASCADE,
  -- Which piece of its document or message it is, from 0.
  position integer NOT NULL DEFAULT 0 CHECK (position >= 0),
  read_ids uuid[] NOT NULL DEFAULT '{}',
  metadata jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX memories_listed ON memories (user_id, kind, created_at DESC, id DESC) WHERE document_id IS NULL;
CREATE UNIQUE INDEX memories_document ON memories (document_id, position) WHERE document_id IS NOT NULL;
CREATE INDEX memories_message ON memories (source_message_id) WHERE source_message_id IS NOT NULL;
CREATE INDEX memories_conversation ON memories (conversation_id, kind) WHERE conversation_id IS NOT NULL;
CREATE INDEX memories_bot ON memories (bot_id) WHERE bot_id IS NOT NULL;
CREATE INDEX memories_branch ON memories (branch_id) WHERE branch_id IS NOT NULL;
CREATE INDEX memories_read ON memories USING gin (read_ids) WHERE read_ids <> '{}';

CREATE TABLE memory_embeddings (
  memory_id uuid NOT NULL REFERENCES memories ON DELETE CASCADE,
  user_id uuid NOT NULL,
  provider text NOT NULL,
  model text NOT NULL,
  dimensions integer NOT NULL CHECK (dimensions BETWEEN 1 AND 16000),
  source_hash text NOT NULL,
  embedding halfvec NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (memory_id, provider, model, dimensions),
  CHECK (vector_dims(embedding) = dimensions),
  CHECK (l2_norm(embedding) > 0)
);
ALTER TABLE memory_embeddings ALTER COLUMN embedding SET STORAGE PLAIN;

SELECT join_sync('conversations', 'conversation'), join_sync('messages', 'message');

CREATE INDEX turn_metrics_conversation ON turn_metrics (conversation_id) WHERE conversation_id IS NOT NULL;

-- Prompts of a conversation hold copies of all that was said in it.
CREATE FUNCTION forget_prompts(conversations uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM turn_prompts WHERE turn_id IN (SELECT id FROM turn_metrics WHERE conversation_id = ANY (conversations));
$$;

-- What was made of texts goes with them: also what bots remember of them, and prompts of conversations in which they were quoted.
CREATE OR REPLACE FUNCTION forget_readings(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM turn_prompts WHERE turn_id IN (SELECT turn_id FROM turn_sources WHERE source_id = ANY (ids));
  SELECT forget_prompts((SELECT array_agg(DISTINCT conversation_id) FROM messages WHERE read_ids && ids AND read_ids <> '{}'));
  DELETE FROM memories WHERE read_ids && ids AND read_ids <> '{}';
  DELETE FROM passages WHERE source_id = ANY (ids);
$$;

-- Forgetting deletes memories, which is told of again: with nothing gone it ends.
CREATE FUNCTION forget_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM gone) THEN
    PERFORM forget_readings((SELECT array_agg(id) FROM gone));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER memories_forgotten AFTER DELETE ON memories REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_deleted();
CREATE TRIGGER documents_forgotten AFTER DELETE ON import_documents REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION forget_deleted();

CREATE FUNCTION forget_deleted_conversations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_prompts((SELECT array_agg(id) FROM gone));
  RETURN NULL;
END $$;
CREATE TRIGGER conversations_forgotten AFTER DELETE ON conversations REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION forget_deleted_conversations();

-- What is said is found by words, as memos are.
CREATE FUNCTION search_message() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  house conversations;
  letters text;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.content, NEW.state, NEW.deleted_at) IS NOT DISTINCT FROM (OLD.content, OLD.state, OLD.deleted_at) OR NEW.state = 'streaming' THEN
    RETURN NULL;
  END IF;
  SELECT * INTO house FROM conversations WHERE id = NEW.conversation_id;
  IF NEW.deleted_at IS NOT NULL OR NEW.content = '' OR house.deleted_at IS NOT NULL OR house.is_temporary THEN
    DELETE FROM search_entries WHERE user_id = NEW.user_id AND source_kind = 'chat' AND source_id = NEW.id;
    RETURN NULL;
  END IF;
  letters := search_fold(NEW.content);
  INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, has_links, is_archived)
  VALUES (NEW.user_id, 'chat', NEW.id, NEW.created_at, letters, search_words(letters), NEW.content ~* 'https?://\S', house.archived_at IS NOT NULL)
  ON CONFLICT (user_id, source_kind, source_id) DO UPDATE SET folded = excluded.folded, words = excluded.words, has_links = excluded.has_links;
  RETURN NULL;
END $$;
CREATE TRIGGER messages_searched AFTER INSERT OR UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION search_message();

CREATE FUNCTION search_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL THEN
    DELETE FROM search_entries WHERE user_id = NEW.user_id AND source_kind = 'chat' AND source_id IN (SELECT id FROM messages WHERE conversation_id = NEW.id);
  ELSIF NEW.deleted_at IS NULL AND OLD.deleted_at IS NOT NULL THEN
    INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, has_links, is_archived)
    SELECT user_id, 'chat', id, created_at, letters, search_words(letters), content ~* 'https?://\S', NEW.archived_at IS NOT NULL
    FROM messages, LATERAL (SELECT search_fold(content) AS letters OFFSET 0) AS folded
    WHERE conversation_id = NEW.id AND deleted_at IS NULL AND state <> 'streaming' AND content <> ''
    ON CONFLICT DO NOTHING;
  ELSE
    UPDATE search_entries SET is_archived = NEW.archived_at IS NOT NULL
    WHERE user_id = NEW.user_id AND source_kind = 'chat' AND source_id IN (SELECT id FROM messages WHERE conversation_id = NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER conversations_searched AFTER UPDATE ON conversations FOR EACH ROW
  WHEN ((OLD.deleted_at IS NULL, OLD.archived_at IS NULL) IS DISTINCT FROM (NEW.deleted_at IS NULL, NEW.archived_at IS NULL)) EXECUTE FUNCTION search_conversation();

CREATE FUNCTION unsearch_messages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE (user_id, source_kind, source_id) IN (SELECT user_id, 'chat', id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER messages_unsearched AFTER DELETE ON messages REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unsearch_messages();

-- Of a long document its beginning is found by words; all of it is found by meaning, by whoever talks about it.
CREATE FUNCTION search_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  letters text;
BEGIN
  IF NEW.deleted_at IS NOT NULL OR NEW.status <> 'completed' THEN
    DELETE FROM search_entries WHERE user_id = NEW.user_id AND source_kind = 'document' AND source_id = NEW.id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.content, NEW.title, NEW.status, NEW.deleted_at) IS NOT DISTINCT FROM (OLD.content, OLD.title, OLD.status, OLD.deleted_at) THEN
    RETURN NULL;
  END IF;
  letters := search_fold(NEW.title || E'\n' || left(NEW.content, 200000));
  INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words)
  VALUES (NEW.user_id, 'document', NEW.id, NEW.created_at, letters, search_words(letters))
  ON CONFLICT (user_id, source_kind, source_id) DO UPDATE SET folded = excluded.folded, words = excluded.words;
  RETURN NULL;
END $$;
CREATE TRIGGER documents_searched AFTER INSERT OR UPDATE ON import_documents FOR EACH ROW EXECUTE FUNCTION search_document();

CREATE FUNCTION unsearch_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE (user_id, source_kind, source_id) IN (SELECT user_id, 'document', id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER documents_unsearched AFTER DELETE ON import_documents REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unsearch_documents();
