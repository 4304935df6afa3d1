/**
 * READ: the first room. Files enter; what leaves is each entry as a {@link
 * io.dateline.article.RawDocument} or an {@link io.dateline.article.Unreadable} in manifest order,
 * and then, by {@link io.dateline.source.DocumentDecoder}, its bytes as text.
 *
 * <p>This package must not know what an article is: whether a document is wanted, and what it says,
 * is decided elsewhere. It trusts no file name, no declared encoding and no declared size.
 */
@NullMarked
package io.dateline.source;

import org.jspecify.annotations.NullMarked;
