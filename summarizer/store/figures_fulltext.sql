-- Words of the rows (whose, of what, when, as printed), as character bigrams; rowid is observations.id.
CREATE VIRTUAL TABLE figures_fts USING fts5 (
    words,
    content = '',
    tokenize = 'unicode61 remove_diacritics 0'
);
