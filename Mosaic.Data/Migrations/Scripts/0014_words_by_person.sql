-- Of the texts that hold two common words most are other people's: the index knows whose they are.
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX search_entries_words;
CREATE INDEX search_entries_words ON search_entries USING gin (user_id, words) WITH (gin_pending_list_limit = 256);
