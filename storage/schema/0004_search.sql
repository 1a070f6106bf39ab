-- Schema 4. By what a wording is found: derived from its text by the program, made anew whenever it is missing, so nothing
-- of it is hashed, merged or kept in the ledger. Ids only grow: every wording up to search_state.upto is in both indexes,
-- by the program's analysis of that version.

CREATE TABLE search_state (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  version INTEGER NOT NULL,                     -- of the analysis; 0 where nothing is indexed
  upto    INTEGER NOT NULL
) STRICT;
INSERT INTO search_state(one, version, upto) VALUES (1, 0, 0);

-- The stems of a wording in their order, and hashes of every two neighbours. Both hold rowid = wording.id and no text.
CREATE VIRTUAL TABLE search_stem USING fts5(stems, content = '', columnsize = 0, tokenize = 'ascii');
CREATE VIRTUAL TABLE search_shingle USING fts5(shingles, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

-- A wording whose bytes are removed leaves no stem behind: all are forgotten, and made anew in the background.
CREATE TRIGGER search_forget AFTER DELETE ON wording WHEN (SELECT version FROM search_state) <> 0
  BEGIN
    INSERT INTO search_stem(search_stem) VALUES ('delete-all');
    INSERT INTO search_shingle(search_shingle) VALUES ('delete-all');
    UPDATE search_state SET version = 0, upto = 0;
  END;
