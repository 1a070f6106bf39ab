-- Schema 2. What a person said of two wordings: that one continues the other, or that it does not. It speaks of words, not
-- of drafts, and so binds wherever these two wordings meet, in drafts not yet imported too. Only added to; the last word
-- on two wordings rules.

CREATE TABLE pairing (
  id      INTEGER PRIMARY KEY,
  uid     BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
  one     BLOB NOT NULL CHECK (length(one) = 32),             -- hashes of the canonical words, the smaller first
  other   BLOB NOT NULL CHECK (length(other) = 32 AND one < other),
  verdict TEXT NOT NULL CHECK (verdict IN ('together', 'apart', '')),  -- '' for one that undoes another
  undoes  BLOB CHECK (length(undoes) = 16),
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),            -- of everything above but the id
  CHECK ((verdict = '') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX pairing_words ON pairing(one, other, at);

CREATE TRIGGER pairing_insert BEFORE INSERT ON pairing WHEN EXISTS (SELECT 1 FROM pairing WHERE id = NEW.id OR uid = NEW.uid)
  BEGIN SELECT RAISE(ABORT, 'a pairing is stored once'); END;
CREATE TRIGGER pairing_update BEFORE UPDATE ON pairing
  BEGIN SELECT RAISE(ABORT, 'pairings are only added to'); END;
CREATE TRIGGER pairing_delete BEFORE DELETE ON pairing
  BEGIN SELECT RAISE(ABORT, 'pairings are only added to'); END;
