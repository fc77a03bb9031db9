-- Devices pull what changed since the last change they saw. Numbers are given before a transaction commits, so a higher one can be seen
-- before a lower one. Each writing transaction therefore shows, as a shared advisory lock, a number below all it will use; whoever pulls
-- reads no further than the lowest one shown (sync_horizon).

-- From here on last_value is a number that was used.
SELECT nextval('change_seq');

CREATE FUNCTION next_change() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  tx text := pg_current_xact_id()::text;
BEGIN
  -- Once a transaction. Rolling back to a savepoint gives the lock back and this setting with it.
  IF current_setting('mosaic.change_tx', true) IS DISTINCT FROM tx THEN
    PERFORM pg_advisory_xact_lock_shared(1668048741, (SELECT last_value FROM change_seq)::bit(32)::integer);
    PERFORM set_config('mosaic.change_tx', tx, true);
  END IF;
  RETURN nextval('change_seq');
END $$;

-- The highest number up to which every change is there to be read. The order matters: first how far the sequence is, then who is writing.
-- The reader's statement must begin after this one ended.
CREATE FUNCTION sync_horizon() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  seen bigint := (SELECT last_value FROM change_seq);
  lowest bigint;
BEGIN
  -- A lock shows the low 32 bits; the distance to what was seen gives the rest back. Those ahead began after we looked.
  SELECT min(seen + distance) INTO lowest FROM (
    SELECT ((objid::bigint - (seen & 4294967295) + 2147483648 + 4294967296) & 4294967295) - 2147483648 AS distance
    FROM pg_locks
    WHERE locktype = 'advisory' AND classid = 1668048741 AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  ) AS writing;
  RETURN least(seen, lowest);
END $$;

-- Names the database a cursor was made in: another cluster, or a restored backup, has another one, and numbers begin anew there.
CREATE FUNCTION sync_epoch() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(system_identifier::text || 'change_seq'::regclass::oid::text) FROM pg_control_system()
$$;

CREATE OR REPLACE FUNCTION stamp_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_seq := next_change();
  IF TG_OP = 'UPDATE' AND NEW.updated_at <= OLD.updated_at THEN
    NEW.updated_at := OLD.updated_at + interval '1 microsecond';
  END IF;
  RETURN NEW;
END $$;

-- What is gone for good, so that devices hear of it. No text, only ids; gone itself with the person.
CREATE TABLE sync_tombstones (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  entity text NOT NULL,
  id uuid NOT NULL,
  change_seq bigint NOT NULL,
  PRIMARY KEY (user_id, entity, change_seq)
);

CREATE FUNCTION leave_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sync_tombstones (user_id, entity, id, change_seq)
  SELECT OLD.user_id, TG_ARGV[0], OLD.id, next_change()
  WHERE EXISTS (SELECT FROM users WHERE id = OLD.user_id);
  RETURN OLD;
END $$;

-- How a table joins: SELECT join_sync('memos', 'memo'). It needs id, user_id, updated_at and change_seq, and its entity ISynced.
CREATE FUNCTION join_sync(synced regclass, entity text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION stamp_change()', synced || '_change', synced);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s FOR EACH ROW EXECUTE FUNCTION leave_tombstone(%L)', synced || '_tombstone', synced, entity);
  EXECUTE format('DROP INDEX IF EXISTS %I', synced || '_change_seq');
  EXECUTE format('CREATE INDEX %I ON %s (user_id, change_seq)', synced || '_sync', synced);
END $$;

SELECT join_sync('memos', 'memo'), join_sync('memo_revisions', 'revision'), join_sync('resources', 'resource');

-- How far each device has read, for the list of devices; what it reads next, it says itself.
CREATE TABLE sync_cursors (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 100),
  entity_type text NOT NULL CHECK (char_length(entity_type) BETWEEN 1 AND 50),
  user_agent text CHECK (char_length(user_agent) <= 400),
  last_seq bigint NOT NULL,
  last_sync_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, client_id, entity_type)
);

-- Changes of devices that are done, so that one sent again is not done again.
CREATE TABLE sync_receipts (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 100),
  client_change_id text NOT NULL CHECK (char_length(client_change_id) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, client_id, client_change_id)
);
CREATE INDEX sync_receipts_time ON sync_receipts (created_at);
