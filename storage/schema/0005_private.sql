-- Schema 5. What a person keeps for himself comes along when his two libraries are brought together: when each thing was
-- last changed, and which of them are gone. None of it is in a copy for others.

CREATE TABLE basket (                           -- the wordings that were found and kept
  what    TEXT PRIMARY KEY CHECK (json_valid(what)),  -- the wording and where it stands, in the app's own form
  alone   INTEGER NOT NULL CHECK (alone IN (0, 1)),   -- the phrase alone is wanted
  draft   BLOB CHECK (length(draft) = 16),      -- the uid of the text it came from, NULL for a file; it need not be here any more
  place   INTEGER NOT NULL,
  changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE private_gone (                     -- what was removed: the uid of a note, of a wording a hash; no words
  uid BLOB PRIMARY KEY CHECK (length(uid) = 16),
  at  TEXT NOT NULL                             -- it is gone as it was until then
) STRICT, WITHOUT ROWID;

CREATE TRIGGER private_gone_insert BEFORE INSERT ON private_gone WHEN EXISTS (SELECT 1 FROM private_gone WHERE uid = NEW.uid)
  BEGIN SELECT RAISE(ABORT, 'what is gone is stored once'); END;
CREATE TRIGGER private_gone_update BEFORE UPDATE ON private_gone WHEN NEW.uid IS NOT OLD.uid OR NEW.at < OLD.at
  BEGIN SELECT RAISE(ABORT, 'what is gone stays so'); END;
CREATE TRIGGER private_gone_delete BEFORE DELETE ON private_gone
  BEGIN SELECT RAISE(ABORT, 'what is gone stays so'); END;

-- The basket was a setting before.
INSERT OR IGNORE INTO basket(what, alone, draft, place, changed)
  SELECT json_remove(one.value, '$.text', '$.alone'), ifnull(json_extract(one.value, '$.alone'), 0) <> 0,
         (SELECT uid FROM draft WHERE id = json_extract(one.value, '$.text')), one.key, ''
  FROM setting s, json_each(CASE WHEN json_valid(s.value) THEN s.value ELSE '[]' END) one
  WHERE s.key = 'basket' AND one.type = 'object';
DELETE FROM setting WHERE key = 'basket' AND (value = '' OR json_valid(value) AND json_type(value) = 'array');
