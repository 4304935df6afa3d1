package io.dateline.extract.quote;

import io.dateline.extract.quote.Sentences.Sentence;
import java.util.List;

/** A paragraph cut up: its text, its tokens and their sentences. */
record Passage(String text, List<Token> tokens, List<Sentence> sentences) {}
