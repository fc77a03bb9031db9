-- Diary: one page a day, how the person felt in between, and what a night decided about a day.

-- Without a person it is given to everybody.
CREATE TABLE moods (
  id uuid PRIMARY KEY,
  user_id uuid REFERENCES users ON DELETE CASCADE,
  key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  icon text NOT NULL CHECK (char_length(icon) BETWEEN 1 AND 20),
  color text NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (user_id, key)
);

INSERT INTO moods (id, user_id, key, name, icon, color, level, created_at, updated_at) VALUES
  ('01980000-0000-7000-8000-00000000d001', NULL, 'joy', 'joy', 'mood-joy', '#e0b36a', 5, now(), now()),
  ('01980000-0000-7000-8000-00000000d002', NULL, 'calm', 'calm', 'mood-calm', '#86bdb2', 4, now(), now()),
  ('01980000-0000-7000-8000-00000000d003', NULL, 'focus', 'focus', 'mood-focus', '#a59cce', 4, now(), now()),
  ('01980000-0000-7000-8000-00000000d004', NULL, 'neutral', 'neutral', 'mood-neutral', '#c9c5ba', 3, now(), now()),
  ('01980000-0000-7000-8000-00000000d005', NULL, 'tired', 'tired', 'mood-tired', '#a9b1bd', 2, now(), now()),
  ('01980000-0000-7000-8000-00000000d006', NULL, 'sadness', 'sadness', 'mood-sadness', '#8fa9cf', 2, now(), now()),
  ('01980000-0000-7000-8000-00000000d007', NULL, 'anxiety', 'anxiety', 'mood-anxiety', '#cfa27f', 2, now(), now()),
  ('01980000-0000-7000-8000-00000000d008', NULL, 'anger', 'anger', 'mood-anger', '#cd8a84', 1, now(), now());

-- A page is known by its day; its id is for devices, history and search.
CREATE TABLE diaries (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  date date NOT NULL,
  id uuid NOT NULL UNIQUE,
  summary text NOT NULL CHECK (char_length(summary) <= 50000),
  mood_key text CHECK (char_length(mood_key) BETWEEN 1 AND 40),
  mood_score smallint CHECK (mood_score BETWEEN 1 AND 10),
  generation_source text NOT NULL CHECK (generation_source IN ('manual', 'ai', 'offline')),
  auto_generation_locked boolean NOT NULL DEFAULT false,
  generated_from_memo_ids uuid[] NOT NULL DEFAULT '{}',
  provenance jsonb,
  turn_id uuid,
  state text NOT NULL CHECK (state IN ('draft', 'kept')),
  read_at timestamptz NOT NULL,
  revision_count integer NOT NULL DEFAULT 1,
  last_generated_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL,
  PRIMARY KEY (user_id, date)
);

CREATE TABLE diary_revisions (
  id uuid PRIMARY KEY,
  diary_id uuid NOT NULL REFERENCES diaries (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  revision_number integer NOT NULL CHECK (revision_number > 0),
  summary text NOT NULL,
  mood_key text,
  mood_score smallint,
  source text NOT NULL CHECK (source IN ('human', 'ai', 'offline', 'restore', 'api')),
  restored_from integer,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL,
  UNIQUE (diary_id, revision_number)
);

CREATE TABLE mood_entries (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  date date NOT NULL,
  at timestamptz NOT NULL,
  mood_key text NOT NULL CHECK (char_length(mood_key) BETWEEN 1 AND 40),
  score smallint NOT NULL CHECK (score BETWEEN 1 AND 10),
  note text CHECK (char_length(note) BETWEEN 1 AND 500),
  deleted_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  change_seq bigint NOT NULL
);
CREATE INDEX mood_entries_day ON mood_entries (user_id, date, at);

SELECT join_sync('diaries', 'diary'), join_sync('diary_revisions', 'diaryRevision'), join_sync('mood_entries', 'moodEntry');

-- What the night made of a day's memos as they were then.
CREATE TABLE diary_nights (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  date date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('written', 'too-little', 'kept-from-ai', 'switched-off', 'left')),
  reason text NOT NULL CHECK (char_length(reason) <= 500),
  read_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, date)
);

-- What somebody is writing on a page and has not saved.
CREATE TABLE diary_drafts (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  date date NOT NULL,
  content text NOT NULL CHECK (char_length(content) <= 100000),
  base_revision integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, date)
);

ALTER TABLE user_ai_settings ADD COLUMN auto_diary boolean NOT NULL DEFAULT true;
ALTER TABLE user_ai_settings ADD COLUMN diary_archives boolean NOT NULL DEFAULT false;

-- A page is found by its words, at noon of its day.
CREATE FUNCTION search_diary() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  letters text;
BEGIN
  IF NEW.deleted_at IS NOT NULL OR NEW.summary = '' THEN
    DELETE FROM search_entries WHERE user_id = NEW.user_id AND source_kind = 'diary' AND source_id = NEW.id;
    RETURN NULL;
  END IF;
  letters := search_fold(NEW.summary);
  INSERT INTO search_entries (user_id, source_kind, source_id, written_at, folded, words, mood)
  VALUES (NEW.user_id, 'diary', NEW.id, (NEW.date + time '12:00') AT TIME ZONE 'UTC', letters, search_words(letters), NEW.mood_key)
  ON CONFLICT (user_id, source_kind, source_id) DO UPDATE SET folded = excluded.folded, words = excluded.words, mood = excluded.mood;
  RETURN NULL;
END $$;
CREATE TRIGGER diaries_searched AFTER INSERT OR UPDATE ON diaries FOR EACH ROW EXECUTE FUNCTION search_diary();

CREATE FUNCTION unsearch_diaries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE (user_id, source_kind, source_id) IN (SELECT user_id, 'diary', id FROM gone);
  RETURN NULL;
END $$;
CREATE TRIGGER diaries_unsearched AFTER DELETE ON diaries REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION unsearch_diaries();

-- Who wrote before there was a diary need not write again to get one.
INSERT INTO jobs (id, kind, dedupe_key, user_id, payload, max_attempts, run_after, created_at, updated_at)
SELECT gen_random_uuid(), 'diary.night', id::text, id, '{}', 8, now(), now(), now() FROM users WHERE EXISTS (SELECT FROM memos WHERE user_id = users.id);
