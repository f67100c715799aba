CREATE TABLE knowledge_articles (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    language text NOT NULL,
    published_version integer,
    valid_from bigint,
    valid_to bigint,
    reviewed_at bigint,
    review_due bigint,
    questions integer NOT NULL DEFAULT 0,
    words bigint NOT NULL DEFAULT 0,
    revision bigint NOT NULL DEFAULT 0,
    UNIQUE (name, language)
);
CREATE INDEX knowledge_articles_by_revision ON knowledge_articles (revision);
CREATE INDEX knowledge_articles_by_review ON knowledge_articles (review_due) WHERE review_due IS NOT NULL;

CREATE TABLE knowledge_versions (
    key bigint NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    saved_at bigint NOT NULL,
    saved_by text,
    published_at bigint,
    PRIMARY KEY (key, version)
);

-- Topics (0) and products (1) of what is published.
CREATE TABLE knowledge_labels (
    label text NOT NULL,
    kind integer NOT NULL,
    key bigint NOT NULL,
    PRIMARY KEY (label, kind, key)
);
CREATE INDEX knowledge_labels_by_article ON knowledge_labels (key);

CREATE TABLE knowledge_uses (
    key bigint NOT NULL,
    day integer NOT NULL,
    kind integer NOT NULL,
    uses bigint NOT NULL,
    PRIMARY KEY (day, kind, key)
);

-- What is searched: questions with variants (0), answers (1).
CREATE TABLE knowledge_phrases (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key bigint NOT NULL,
    language text NOT NULL,
    kind integer NOT NULL,
    text text NOT NULL,
    stems text NOT NULL,
    -- Stems come ready: no dictionary of the server's changes them.
    terms tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(stems, ' '))) STORED
);
CREATE INDEX knowledge_phrases_by_terms ON knowledge_phrases USING gin (terms) WITH (fastupdate = off);
CREATE INDEX knowledge_phrases_by_article ON knowledge_phrases (key);

CREATE TABLE knowledge_vectors (
    phrase bigint REFERENCES knowledge_phrases (id) ON DELETE CASCADE NOT NULL,
    model text NOT NULL,
    vector bytea NOT NULL,
    PRIMARY KEY (phrase, model)
);

-- Stems and pairs of stems: in how many questions and articles each stands, and how many articles name it at all.
CREATE TABLE knowledge_terms (
    language text NOT NULL,
    term text NOT NULL,
    phrases bigint NOT NULL,
    articles bigint NOT NULL,
    holders bigint NOT NULL,
    PRIMARY KEY (language, term)
);

CREATE TABLE knowledge_article_terms (
    key bigint NOT NULL,
    term text NOT NULL,
    phrases bigint NOT NULL,
    PRIMARY KEY (key, term)
);

CREATE TABLE knowledge_trigrams (
    language text NOT NULL,
    trigram text NOT NULL,
    term text NOT NULL,
    PRIMARY KEY (language, trigram, term)
);

CREATE TABLE knowledge_languages (
    language text PRIMARY KEY,
    phrases bigint NOT NULL,
    words bigint NOT NULL,
    articles bigint NOT NULL
);
