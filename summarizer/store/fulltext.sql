-- Words of the articles, as character bigrams; rowid is articles.id. The index holds no text.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    words,
    content = '',
    tokenize = 'unicode61 remove_diacritics 0'
);
