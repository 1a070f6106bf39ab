-- Schema 1. Every table is STRICT. Integer ids are local to the file; a uid (16 bytes) is what travels between libraries.
-- Times are UTC in RFC 3339 with nine decimals, so that they sort as text. Hashes are SHA-256 (docs/storage.md says of what).

CREATE TABLE setting (                          -- small things bound to this library
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE series (                           -- the same resolution from year to year
  id    INTEGER PRIMARY KEY,
  uid   BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  title TEXT NOT NULL
) STRICT;

CREATE TABLE document (                         -- what the language versions of one text share
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE source (                           -- an imported file, byte for byte, each content once
  id    INTEGER PRIMARY KEY,
  hash  BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE draft (                            -- one text in one language; never changed once sealed
  id          INTEGER PRIMARY KEY,
  uid         BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),  -- the first 16 bytes of content
  symbol      TEXT NOT NULL,
  number      TEXT NOT NULL,
  language    TEXT NOT NULL,
  session     INTEGER NOT NULL,
  stage       TEXT NOT NULL,
  date        TEXT NOT NULL,
  label       TEXT NOT NULL,
  title       TEXT NOT NULL,
  sample      INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created     TEXT NOT NULL,
  parent      BLOB CHECK (length(parent) = 16),               -- a draft's uid; that draft need not be in this file
  source      INTEGER REFERENCES source(id),
  source_name TEXT NOT NULL,
  source_type TEXT NOT NULL,
  paragraphs  INTEGER NOT NULL,                               -- how many there are
  content     BLOB NOT NULL CHECK (length(content) = 32),     -- hash of the text: what makes it the same text
  record      BLOB NOT NULL CHECK (length(record) = 32),      -- hash of content and everything else kept with it
  sealed      INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1)),
  header      TEXT NOT NULL
) STRICT;
CREATE INDEX draft_symbol ON draft(symbol) WHERE symbol <> '';
CREATE INDEX draft_source ON draft(source) WHERE source IS NOT NULL;

CREATE TABLE place (                            -- where a draft stands in the library: this may change, the draft may not
  draft    INTEGER PRIMARY KEY REFERENCES draft(id),
  series   INTEGER REFERENCES series(id),
  document INTEGER NOT NULL REFERENCES document(id),
  trashed  INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1))
) STRICT;
CREATE INDEX place_series ON place(series);
CREATE INDEX place_document ON place(document);

CREATE TABLE wording (                          -- each distinct wording once: agreed language repeats word for word
  id       INTEGER PRIMARY KEY,
  hash     BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),    -- of the three that follow
  language TEXT NOT NULL,
  words    BLOB NOT NULL CHECK (length(words) = 32),          -- hash of the canonical words, made by the program
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX wording_words ON wording(words);

CREATE TABLE paragraph (                        -- a wording's place in a draft; position counts from 0
  draft    INTEGER NOT NULL REFERENCES draft(id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  number   TEXT NOT NULL,
  level    INTEGER NOT NULL,
  opening  INTEGER NOT NULL,
  wording  INTEGER NOT NULL REFERENCES wording(id),
  PRIMARY KEY (draft, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX paragraph_wording ON paragraph(wording);

CREATE TABLE note_call (                        -- offsets count code points of the paragraph's text
  draft     INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  number    TEXT NOT NULL,
  offset    INTEGER NOT NULL,
  PRIMARY KEY (draft, paragraph, position),
  FOREIGN KEY (draft, paragraph) REFERENCES paragraph(draft, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (                         -- a document named in a paragraph; it need not be in this file
  draft     INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  symbol    TEXT NOT NULL,
  offset    INTEGER NOT NULL,
  length    INTEGER NOT NULL,
  PRIMARY KEY (draft, paragraph, position),
  FOREIGN KEY (draft, paragraph) REFERENCES paragraph(draft, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_symbol ON citation(symbol);

CREATE TABLE footnote (
  draft    INTEGER NOT NULL REFERENCES draft(id),
  position INTEGER NOT NULL,
  number   TEXT NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (draft, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE left_out (                         -- page furniture: what of the source is nowhere else
  draft    INTEGER NOT NULL REFERENCES draft(id),
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  PRIMARY KEY (draft, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (                            -- what a person said about a paragraph; only added to
  id        INTEGER PRIMARY KEY,
  uid       BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  draft     INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  words     BLOB NOT NULL CHECK (length(words) = 32),
  status    TEXT NOT NULL,
  undoes    BLOB CHECK (length(undoes) = 16),
  at        TEXT NOT NULL,
  who       TEXT NOT NULL,
  remark    TEXT NOT NULL,
  hash      BLOB NOT NULL CHECK (length(hash) = 32),          -- of everything above but the ids
  FOREIGN KEY (draft, paragraph) REFERENCES paragraph(draft, position)
) STRICT;
CREATE INDEX event_draft ON event(draft, at);

CREATE TABLE ledger (                           -- a chain of hashes: what was stored, in which order
  seq     INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  kind    TEXT NOT NULL,                        -- 'draft', 'event', 'trash', 'restore'
  subject BLOB NOT NULL CHECK (length(subject) = 16),         -- the uid of the draft or the event
  digest  BLOB NOT NULL CHECK (length(digest) = 32),          -- the draft's record or the event's hash
  hash    BLOB NOT NULL CHECK (length(hash) = 32)             -- of the previous hash and everything above
) STRICT;
CREATE INDEX ledger_subject ON ledger(subject);

CREATE TABLE work (                             -- editing that is not yet a draft
  key   TEXT PRIMARY KEY,
  data  BLOB NOT NULL,
  saved TEXT NOT NULL
) STRICT;

-- What is stored stays as it is. An INSERT OR REPLACE would delete without asking the DELETE triggers of a connection
-- without recursive_triggers, so the inserts of what exists are refused too.

CREATE TRIGGER draft_insert BEFORE INSERT ON draft
  WHEN NEW.sealed <> 0 OR EXISTS (SELECT 1 FROM draft WHERE id = NEW.id OR uid = NEW.uid)
  BEGIN SELECT RAISE(ABORT, 'a draft is stored once, and sealed when it is whole'); END;
CREATE TRIGGER draft_seal BEFORE UPDATE ON draft
  WHEN OLD.sealed = 0 AND (SELECT count(*) FROM paragraph WHERE draft = OLD.id) <> NEW.paragraphs
  BEGIN SELECT RAISE(ABORT, 'the draft is not whole'); END;
CREATE TRIGGER draft_update BEFORE UPDATE ON draft WHEN OLD.sealed <> 0
  BEGIN SELECT RAISE(ABORT, 'a stored draft is never changed'); END;
CREATE TRIGGER draft_delete BEFORE DELETE ON draft
  BEGIN SELECT RAISE(ABORT, 'a stored draft is never deleted'); END;

CREATE TRIGGER paragraph_insert BEFORE INSERT ON paragraph WHEN (SELECT sealed FROM draft WHERE id = NEW.draft) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'the draft is sealed'); END;
CREATE TRIGGER paragraph_update BEFORE UPDATE ON paragraph
  BEGIN SELECT RAISE(ABORT, 'a stored paragraph is never changed'); END;
CREATE TRIGGER paragraph_delete BEFORE DELETE ON paragraph
  BEGIN SELECT RAISE(ABORT, 'a stored paragraph is never deleted'); END;

CREATE TRIGGER note_call_insert BEFORE INSERT ON note_call WHEN (SELECT sealed FROM draft WHERE id = NEW.draft) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'the draft is sealed'); END;
CREATE TRIGGER note_call_update BEFORE UPDATE ON note_call
  BEGIN SELECT RAISE(ABORT, 'a stored note call is never changed'); END;
CREATE TRIGGER note_call_delete BEFORE DELETE ON note_call
  BEGIN SELECT RAISE(ABORT, 'a stored note call is never deleted'); END;

CREATE TRIGGER citation_insert BEFORE INSERT ON citation WHEN (SELECT sealed FROM draft WHERE id = NEW.draft) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'the draft is sealed'); END;
CREATE TRIGGER citation_update BEFORE UPDATE ON citation
  BEGIN SELECT RAISE(ABORT, 'a stored citation is never changed'); END;
CREATE TRIGGER citation_delete BEFORE DELETE ON citation
  BEGIN SELECT RAISE(ABORT, 'a stored citation is never deleted'); END;

CREATE TRIGGER footnote_insert BEFORE INSERT ON footnote WHEN (SELECT sealed FROM draft WHERE id = NEW.draft) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'the draft is sealed'); END;
CREATE TRIGGER footnote_update BEFORE UPDATE ON footnote
  BEGIN SELECT RAISE(ABORT, 'a stored footnote is never changed'); END;
CREATE TRIGGER footnote_delete BEFORE DELETE ON footnote
  BEGIN SELECT RAISE(ABORT, 'a stored footnote is never deleted'); END;

CREATE TRIGGER left_out_insert BEFORE INSERT ON left_out WHEN (SELECT sealed FROM draft WHERE id = NEW.draft) IS NOT 0
  BEGIN SELECT RAISE(ABORT, 'the draft is sealed'); END;
CREATE TRIGGER left_out_update BEFORE UPDATE ON left_out
  BEGIN SELECT RAISE(ABORT, 'a stored line is never changed'); END;
CREATE TRIGGER left_out_delete BEFORE DELETE ON left_out
  BEGIN SELECT RAISE(ABORT, 'a stored line is never deleted'); END;

CREATE TRIGGER wording_insert BEFORE INSERT ON wording WHEN EXISTS (SELECT 1 FROM wording WHERE id = NEW.id OR hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'a wording is stored once'); END;
CREATE TRIGGER wording_update BEFORE UPDATE ON wording
  BEGIN SELECT RAISE(ABORT, 'a stored wording is never changed'); END;
CREATE TRIGGER wording_delete BEFORE DELETE ON wording
  BEGIN SELECT RAISE(ABORT, 'a stored wording is never deleted'); END;

CREATE TRIGGER source_insert BEFORE INSERT ON source WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.id OR hash = NEW.hash)
  BEGIN SELECT RAISE(ABORT, 'a source is stored once'); END;
CREATE TRIGGER source_update BEFORE UPDATE ON source
  BEGIN SELECT RAISE(ABORT, 'a stored source is never changed'); END;
CREATE TRIGGER source_delete BEFORE DELETE ON source
  BEGIN SELECT RAISE(ABORT, 'a stored source is never deleted'); END;

CREATE TRIGGER place_insert BEFORE INSERT ON place WHEN EXISTS (SELECT 1 FROM place WHERE draft = NEW.draft)
  BEGIN SELECT RAISE(ABORT, 'a draft has one place'); END;
CREATE TRIGGER place_update BEFORE UPDATE OF draft ON place WHEN NEW.draft IS NOT OLD.draft
  BEGIN SELECT RAISE(ABORT, 'a place keeps its draft'); END;
CREATE TRIGGER place_delete BEFORE DELETE ON place
  BEGIN SELECT RAISE(ABORT, 'a draft always has a place'); END;

CREATE TRIGGER event_insert BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR uid = NEW.uid)
  BEGIN SELECT RAISE(ABORT, 'an event is stored once'); END;
CREATE TRIGGER event_update BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only added to'); END;
CREATE TRIGGER event_delete BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only added to'); END;

CREATE TRIGGER ledger_insert BEFORE INSERT ON ledger WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM ledger)
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER ledger_update BEFORE UPDATE ON ledger
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER ledger_delete BEFORE DELETE ON ledger
  BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
