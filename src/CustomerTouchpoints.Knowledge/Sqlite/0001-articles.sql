CREATE TABLE knowledge_articles (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    published_version INTEGER,
    valid_from INTEGER,
    valid_to INTEGER,
    reviewed_at INTEGER,
    review_due INTEGER,
    questions INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (name, language)
) STRICT;
CREATE INDEX knowledge_articles_by_revision ON knowledge_articles (revision);
CREATE INDEX knowledge_articles_by_review ON knowledge_articles (review_due) WHERE review_due IS NOT NULL;

CREATE TABLE knowledge_versions (
    key INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by TEXT,
    published_at INTEGER,
    PRIMARY KEY (key, version)
) STRICT, WITHOUT ROWID;

-- Topics (0) and products (1) of what is published.
CREATE TABLE knowledge_labels (
    label TEXT NOT NULL,
    kind INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (label, kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX knowledge_labels_by_article ON knowledge_labels (key);

CREATE TABLE knowledge_uses (
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    uses INTEGER NOT NULL,
    PRIMARY KEY (day, kind, key)
) STRICT, WITHOUT ROWID;

-- What is searched: questions with variants (0), answers (1).
CREATE TABLE knowledge_phrases (
    id INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,
    language TEXT NOT NULL,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    stems TEXT NOT NULL
) STRICT;
CREATE INDEX knowledge_phrases_by_article ON knowledge_phrases (key);

-- Stems come ready, each with its language before it: one index for all languages, and none finds another's words.
CREATE VIRTUAL TABLE knowledge_index USING fts5 (
    stems,
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE TRIGGER knowledge_phrases_added AFTER INSERT ON knowledge_phrases BEGIN
    INSERT INTO knowledge_index (rowid, stems)
    VALUES (new.id, replace(' ' || new.stems, ' ', ' ' || new.language || '_'));
END;
CREATE TRIGGER knowledge_phrases_gone AFTER DELETE ON knowledge_phrases BEGIN
    DELETE FROM knowledge_index WHERE rowid = old.id;
    DELETE FROM knowledge_vectors WHERE phrase = old.id;
END;

CREATE TABLE knowledge_vectors (
    phrase INTEGER NOT NULL,
    model TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (phrase, model)
) STRICT;

-- Stems and pairs of stems: in how many questions and articles each stands, and how many articles name it at all.
CREATE TABLE knowledge_terms (
    language TEXT NOT NULL,
    term TEXT NOT NULL,
    phrases INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    holders INTEGER NOT NULL,
    PRIMARY KEY (language, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE knowledge_article_terms (
    key INTEGER NOT NULL,
    term TEXT NOT NULL,
    phrases INTEGER NOT NULL,
    PRIMARY KEY (key, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE knowledge_trigrams (
    language TEXT NOT NULL,
    trigram TEXT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (language, trigram, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE knowledge_languages (
    language TEXT PRIMARY KEY,
    phrases INTEGER NOT NULL,
    words INTEGER NOT NULL,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
