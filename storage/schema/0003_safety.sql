-- Schema 3. Keeping safe and bringing together: when a thing that may change was last changed, so that of two libraries
-- the later word rules; the one way in which a text is deleted for good; what came from other libraries; and, apart from
-- all that is shared, a person's private notes.

ALTER TABLE series ADD COLUMN titled  TEXT NOT NULL DEFAULT '';   -- when it got its title
ALTER TABLE series ADD COLUMN removed TEXT NOT NULL DEFAULT '';   -- when it was removed; it shows again while a text stands in it
ALTER TABLE place  ADD COLUMN moved   TEXT NOT NULL DEFAULT '';   -- when the draft was put into its series
ALTER TABLE place  ADD COLUMN binned  TEXT NOT NULL DEFAULT '';   -- when it was put into the bin or taken out, '' for never
UPDATE place SET
  moved  = (SELECT created FROM draft WHERE id = place.draft),
  binned = ifnull((SELECT max(l.at) FROM ledger l JOIN draft d ON l.subject = d.uid
                   WHERE d.id = place.draft AND l.kind IN ('trash', 'restore')), '');

CREATE TABLE purged (                           -- texts that were deleted for good, here or in a library that was merged
  draft  BLOB PRIMARY KEY CHECK (length(draft) = 16),         -- its uid
  at     TEXT NOT NULL,                         -- nothing said of the draft until then counts any more
  series BLOB CHECK (length(series) = 16),      -- the uid of the series it stood in
  moved  TEXT NOT NULL,
  id     INTEGER                                -- its id, where it was deleted from this file: it is not given again
) STRICT, WITHOUT ROWID;

CREATE TABLE purging (                          -- the draft that is being deleted for good; empty but within that transaction
  draft INTEGER PRIMARY KEY,
  seq   INTEGER NOT NULL UNIQUE REFERENCES ledger(seq)        -- the entry that says so
) STRICT;

CREATE TABLE source_left_out (                  -- the bytes of a source are not in this copy of a library, its hash is
  source INTEGER PRIMARY KEY REFERENCES source(id)
) STRICT;

CREATE TABLE twin (                             -- what another library keeps with the same text: its label, its source
  draft       INTEGER NOT NULL REFERENCES draft(id),
  record      BLOB NOT NULL CHECK (length(record) = 32),      -- the draft's record there
  label       TEXT NOT NULL,
  sample      INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created     TEXT NOT NULL,
  parent      BLOB CHECK (length(parent) = 16),
  source      INTEGER REFERENCES source(id),
  source_name TEXT NOT NULL,
  source_type TEXT NOT NULL,
  hash        BLOB NOT NULL CHECK (length(hash) = 32),        -- of everything above
  PRIMARY KEY (draft, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX twin_source ON twin(source) WHERE source IS NOT NULL;

CREATE TABLE ancestor (                         -- ledger entries of the libraries that were merged into this one
  hash     BLOB PRIMARY KEY CHECK (length(hash) = 32),
  previous BLOB NOT NULL CHECK (length(previous) = 32),       -- the hash of the entry before it
  seq      INTEGER NOT NULL,
  at       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  BLOB NOT NULL CHECK (length(subject) = 16),
  digest   BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_note (                     -- what a person notes for himself of a paragraph: in no merge, in no copy for others
  id        INTEGER PRIMARY KEY,
  uid       BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  draft     BLOB NOT NULL CHECK (length(draft) = 16),         -- the uid of the draft it was noted in
  paragraph INTEGER NOT NULL,
  words     BLOB NOT NULL CHECK (length(words) = 32),         -- the words it was noted of
  kind      TEXT NOT NULL CHECK (kind IN ('note', 'position', 'instruction')),
  text      TEXT NOT NULL,
  at        TEXT NOT NULL,
  changed   TEXT NOT NULL
) STRICT;
CREATE INDEX private_note_words ON private_note(words);

-- A draft can be deleted only while it stands in purging. It stands there only if it is in the bin and the last entry of
-- the ledger says that it is purged; and its row there goes only when the draft has gone.

CREATE TRIGGER purging_insert BEFORE INSERT ON purging WHEN NOT EXISTS (
    SELECT 1 FROM draft d JOIN place p ON p.draft = d.id JOIN ledger l ON l.subject = d.uid AND l.digest = d.record
    WHERE d.id = NEW.draft AND p.trashed = 1 AND l.kind = 'purge' AND l.seq = NEW.seq AND l.seq = (SELECT max(seq) FROM ledger))
  BEGIN SELECT RAISE(ABORT, 'only a draft in the bin is purged, and the ledger says so'); END;
CREATE TRIGGER purging_update BEFORE UPDATE ON purging
  BEGIN SELECT RAISE(ABORT, 'a purge goes on to its end'); END;
CREATE TRIGGER purging_delete BEFORE DELETE ON purging WHEN EXISTS (SELECT 1 FROM draft WHERE id = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a purge goes on to its end'); END;

DROP TRIGGER draft_delete;
CREATE TRIGGER draft_delete BEFORE DELETE ON draft WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a stored draft is never deleted but by a purge'); END;
DROP TRIGGER paragraph_delete;
CREATE TRIGGER paragraph_delete BEFORE DELETE ON paragraph WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored paragraph is never deleted but by a purge'); END;
DROP TRIGGER note_call_delete;
CREATE TRIGGER note_call_delete BEFORE DELETE ON note_call WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored note call is never deleted but by a purge'); END;
DROP TRIGGER citation_delete;
CREATE TRIGGER citation_delete BEFORE DELETE ON citation WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored citation is never deleted but by a purge'); END;
DROP TRIGGER footnote_delete;
CREATE TRIGGER footnote_delete BEFORE DELETE ON footnote WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored footnote is never deleted but by a purge'); END;
DROP TRIGGER left_out_delete;
CREATE TRIGGER left_out_delete BEFORE DELETE ON left_out WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored line is never deleted but by a purge'); END;
DROP TRIGGER place_delete;
CREATE TRIGGER place_delete BEFORE DELETE ON place WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a draft always has a place'); END;
DROP TRIGGER event_delete;
CREATE TRIGGER event_delete BEFORE DELETE ON event WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'events are only added to'); END;

-- What drafts share goes with the last of them.
DROP TRIGGER wording_delete;
CREATE TRIGGER wording_delete BEFORE DELETE ON wording
  WHEN NOT EXISTS (SELECT 1 FROM purging) OR EXISTS (SELECT 1 FROM paragraph WHERE wording = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a stored wording is never deleted while a text has it'); END;
DROP TRIGGER source_delete;
CREATE TRIGGER source_delete BEFORE DELETE ON source
  WHEN NOT EXISTS (SELECT 1 FROM purging) OR EXISTS (SELECT 1 FROM draft WHERE source = OLD.id) OR EXISTS (SELECT 1 FROM twin WHERE source = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a stored source is never deleted while a text has it'); END;

-- A source that was left out of a copy can be filled in, and nothing else of it changed.
DROP TRIGGER source_update;
CREATE TRIGGER source_update BEFORE UPDATE ON source
  WHEN NEW.id IS NOT OLD.id OR NEW.hash IS NOT OLD.hash OR NOT EXISTS (SELECT 1 FROM source_left_out WHERE source = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a stored source is never changed'); END;
CREATE TRIGGER source_left_out_insert BEFORE INSERT ON source_left_out WHEN (SELECT length(bytes) FROM source WHERE id = NEW.source) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'a source that is there is not left out'); END;
CREATE TRIGGER source_left_out_update BEFORE UPDATE ON source_left_out
  BEGIN SELECT RAISE(ABORT, 'a source is left out or it is not'); END;
CREATE TRIGGER source_left_out_delete BEFORE DELETE ON source_left_out
  WHEN NOT EXISTS (SELECT 1 FROM purging) AND (SELECT length(bytes) FROM source WHERE id = OLD.source) IS 0
  BEGIN SELECT RAISE(ABORT, 'a source that is not there is left out'); END;

CREATE TRIGGER twin_insert BEFORE INSERT ON twin WHEN EXISTS (SELECT 1 FROM twin WHERE draft = NEW.draft AND record = NEW.record)
  BEGIN SELECT RAISE(ABORT, 'a twin is stored once'); END;
CREATE TRIGGER twin_update BEFORE UPDATE ON twin
  BEGIN SELECT RAISE(ABORT, 'a stored twin is never changed'); END;
CREATE TRIGGER twin_delete BEFORE DELETE ON twin WHEN NOT EXISTS (SELECT 1 FROM purging WHERE draft = OLD.draft)
  BEGIN SELECT RAISE(ABORT, 'a stored twin is never deleted but by a purge'); END;

CREATE TRIGGER ancestor_insert BEFORE INSERT ON ancestor WHEN EXISTS (SELECT 1 FROM ancestor WHERE hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'an entry is stored once'); END;
CREATE TRIGGER ancestor_update BEFORE UPDATE ON ancestor
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER ancestor_delete BEFORE DELETE ON ancestor
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;

CREATE TRIGGER purged_insert BEFORE INSERT ON purged WHEN EXISTS (SELECT 1 FROM purged WHERE draft = NEW.draft)
  BEGIN SELECT RAISE(ABORT, 'a purge is stored once'); END;
CREATE TRIGGER purged_update BEFORE UPDATE ON purged WHEN NEW.draft IS NOT OLD.draft OR NEW.at < OLD.at
  BEGIN SELECT RAISE(ABORT, 'a purge stays'); END;
CREATE TRIGGER purged_delete BEFORE DELETE ON purged
  BEGIN SELECT RAISE(ABORT, 'a purge stays'); END;
