-- Search: what is found by words lies in one row a text, kept right by triggers, so that no way of writing can forget it.

-- Letter case, accents and widths do not matter.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT normalize(translate(replace(replace(replace(
    regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi'), NFKC)
$$;

-- Chinese, Japanese and Korean have no spaces to cut at: each pair of neighbouring letters counts as a word, and the last letter ends the run.
CREATE FUNCTION search_pairs(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(letter || coalesce(next, ''), ' ' ORDER BY run, place)
  FROM (
    SELECT run, place, letter, lead(letter) OVER (PARTITION BY run ORDER BY place) AS next
    FROM regexp_matches(folded, '[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', 'g')
      WITH ORDINALITY AS runs (found, run), string_to_table(found[1], NULL) WITH ORDINALITY AS letters (letter, place)
  ) AS pairs
$$;

-- The words as they are, and their English and German stems beside them.
CREATE FUNCTION search_words(folded text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  spaced text := folded;
  pairs tsvector := '';
BEGIN
  IF folded ~ '[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]' THEN
    pairs := to_tsvector('simple', search_pairs(folded));
    spaced := regexp_replace(folded, '[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', ' ', 'g');
  END IF;
  RETURN to_tsvector('simple', spaced) || pairs || to_tsvector('english', spaced) || to_tsvector('german', spaced);
EXCEPTION WHEN program_limit_exceeded THEN
  -- More different words than a row can hold: the beginning is found by its words, the rest by its letters.
  RETURN to_tsvector('simple', left(folded, 20000));
END $$;

-- What one word asks for. One that is still being typed is the beginning of a word as well.
CREATE FUNCTION search_query(folded text, begins boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN folded !~ '^[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+$' THEN
      CASE WHEN begins AND folded ~ '\w' THEN to_tsquery('simple', '''' || translate(folded, '''\', '  ') || ''':*') || phraseto_tsquery('simple', folded)
        ELSE phraseto_tsquery('simple', folded) END || phraseto_tsquery('english', folded) || phraseto_tsquery('german', folded)
    WHEN char_length(folded) = 1 THEN to_tsquery('simple', folded || ':*')
    ELSE phraseto_tsquery('simple', regexp_replace(search_pairs(folded), ' \S+$', ''))
  END
$$;

-- A pattern for whatever holds these letters.
CREATE FUNCTION search_like(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

CREATE TABLE search_entries (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  source_kind text NOT NULL CHECK (source_kind IN ('memo', 'diary', 'reply', 'chat', 'document')),
  source_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  folded text NOT NULL,
  words tsvector NOT NULL,
  tag_paths text[] NOT NULL DEFAULT '{}',
  has_tasks boolean NOT NULL DEFAULT false,
  has_links boolean NOT NULL DEFAULT false,
  is_archived boolean NOT NULL DEFAULT false,
  is_pinned boolean NOT NULL DEFAULT false,
  mood text CHECK (char_length(mood) <= 50),
  PRIMARY KEY (user_id, source_kind, source_id)
);
-- What waits to be sorted in is read by every search: little of it.
CREATE INDEX search_entries_words ON search_entries USING gin (words) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entries_letters ON search_entries USING gin (folded gin_trgm_ops) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entries_tags ON search_entries USING gin (tag_paths) WITH (gin_pending_list_limit = 256);
CREATE INDEX search_entries_newest ON search_entries (user_id, written_at DESC, source_id DESC);
CREATE INDEX search_entries_archive ON search_entries (user_id, source_kind, source_id) WHERE is_archived;

CREATE FUNCTION search_memo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  letters text;
BEGIN
  IF NEW.deleted_at IS NOT NULL THEN
    DELETE FROM search_entries WHERE user_id = NEW.user_id AND source_kind = 'memo' AND source_id = NEW.id;
    DELETE FROM passages WHERE user_id = NEW.user_id AND source_kind = 'memo' AND source_id = NEW.id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.deleted_at IS NULL AND NEW.content = OLD.content THEN
    UPDATE search_entries SET tag_paths = NEW.tag_paths, has_tasks = NEW.task_count > 0, is_archived = NEW.is_archived, is_pinned = NEW.is_pinned
    WHERE user_id = NEW.user_id AND source_kind = 'memo' AND source_id = NEW.id
      AND (tag_paths, has_tasks, is_archived, is_pinned) IS DISTINCT FROM (NEW.tag_paths, NEW.task_count > 0, NEW.is_archived, NEW.is_pinned);
    RETURN NULL;
  END IF;
  letters := search_fold(NEW.content);
  INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, tag_paths, has_tasks, has_links, is_archived, is_pinned)
  VALUES (NEW.user_id, 'memo', NEW.id, NEW.created_at, letters, search_words(letters), NEW.tag_paths, NEW.task_count > 0, NEW.content ~* 'https?://\S',
    NEW.is_archived, NEW.is_pinned)
  ON CONFLICT (user_id, source_kind, source_id) DO UPDATE SET
    folded = excluded.folded, words = excluded.words, tag_paths = excluded.tag_paths, has_tasks = excluded.has_tasks, has_links = excluded.has_links,
    is_archived = excluded.is_archived, is_pinned = excluded.is_pinned;
  RETURN NULL;
END $$;
CREATE TRIGGER memos_searched AFTER INSERT OR UPDATE ON memos FOR EACH ROW EXECUTE FUNCTION search_memo();

-- Entries, like passages, have no foreign key to the many kinds of source.
CREATE FUNCTION unsearch_memos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE (user_id, source_kind, source_id) IN (SELECT user_id, 'memo', id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER memos_unsearched AFTER DELETE ON memos REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unsearch_memos();

-- The vectors of a person once more, one after the other: in the table they lie where they were written, among everybody's. Longer ones than these
-- (an entry is at most a third of a page) are read from the table.
CREATE INDEX passage_embeddings_near ON passage_embeddings (user_id, provider, model, dimensions)
  INCLUDE (source_kind, source_id, position, embedding) WHERE dimensions <= 1024;

-- What a person searched for lately, and under which name they keep it.
CREATE TABLE searches (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  query text NOT NULL CHECK (char_length(query) BETWEEN 1 AND 500),
  name text CHECK (char_length(name) BETWEEN 1 AND 50),
  used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, query)
);
CREATE INDEX searches_recent ON searches (user_id, used_at DESC);
CREATE UNIQUE INDEX searches_named ON searches (user_id, lower(name)) WHERE name IS NOT NULL;

-- The model that placed everything before goes on answering until the new one has; it is nobody's to set.
ALTER TABLE server_ai_configs DROP CONSTRAINT server_ai_configs_key_check;
ALTER TABLE server_ai_configs ADD CONSTRAINT server_ai_configs_key_check CHECK (key IN
  ('chat', 'reply', 'diary', 'summary', 'tags', 'title', 'embedding', 'embedding-before'));

INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, tag_paths, has_tasks, has_links, is_archived, is_pinned)
SELECT user_id, 'memo', id, created_at, letters, search_words(letters), tag_paths, task_count > 0, content ~* 'https?://\S', is_archived, is_pinned
FROM memos, LATERAL (SELECT search_fold(content) AS letters OFFSET 0) AS folded WHERE deleted_at IS NULL;
DELETE FROM passages WHERE source_kind = 'memo' AND source_id IN (SELECT id FROM memos WHERE deleted_at IS NOT NULL);
