/**
 * Finds what a story gives as somebody's own words, and whose they are.
 *
 * <p>The paragraphs of a body and its language enter; quotes with their speakers leave, in order of
 * place. Word lists are resources, one file a language. This package must not know how the body was
 * found, nor any other field of the article.
 */
@NullMarked
package io.dateline.extract.quote;

import org.jspecify.annotations.NullMarked;
