package io.dateline.output;

import io.dateline.article.Quote;

/** A quote with the article it stands in. */
public record QuoteRow(String articleId, Quote quote) {}
