package io.dateline.extract.quote;

import org.jspecify.annotations.Nullable;

/**
 * That somebody says something, told without capitals: in Chinese, Japanese and Arabic.
 *
 * @param written name, phrase or pronoun as printed, or null where the verb has no subject
 * @param speaker the full name, or null where nobody is known by it
 * @param cue the word of speech
 */
record Speech(@Nullable String written, @Nullable String speaker, String cue) {}
