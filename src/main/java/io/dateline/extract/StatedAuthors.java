package io.dateline.extract;

import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page states about its authors, gathered once: of most plain texts, nothing.
 *
 * @param all in page order
 */
record StatedAuthors(List<Metadatum> all) {

  /** Names without an item around them that may all be the story's. */
  private static final int MAX_LOOSE = 2;

  static StatedAuthors of(Page page) {
    return new StatedAuthors(page.metadata("author").toList());
  }

  /** The statements of one kind of source. */
  Stream<Metadatum> from(Source source) {
    return all.stream().filter(m -> m.source() == source);
  }

  /** The people that a source states, joined by semicolons, or null. */
  @Nullable String people(Source source) {
    if (all.isEmpty()) {
      return null;
    }
    List<Metadatum> found =
        from(source)
            .filter(m -> !isAddress(m.value()))
            .filter(m -> !m.key().contains("Organization"))
            .toList();
    // Names that belong to no item stand around teasers as well: the first is the story's.
    boolean loose = found.size() > MAX_LOOSE && found.stream().allMatch(StatedAuthors::isLoose);
    return joined(found.stream().limit(loose ? 1 : found.size()));
  }

  /** All that a source states, whoever or whatever it is, joined by semicolons, or null. */
  @Nullable String joined(Source source) {
    return all.isEmpty() ? null : joined(from(source).filter(m -> !isAddress(m.value())));
  }

  private static @Nullable String joined(Stream<Metadatum> statements) {
    Set<String> values = new LinkedHashSet<>();
    statements.map(Metadatum::value).forEach(values::add);
    return values.isEmpty() ? null : String.join("; ", values);
  }

  /** Where the authors stand that a source states. */
  String sourceOf(Source source) {
    return all.isEmpty()
        ? source.label()
        : from(source).findFirst().map(Sources::of).orElse(source.label());
  }

  /** The values of elements named after authors, joined by semicolons, or null. */
  @Nullable String elements() {
    Set<String> links = new LinkedHashSet<>();
    Set<String> values = new LinkedHashSet<>();
    from(Source.ELEMENT)
        .forEach(
            m -> {
              values.add(m.value());
              if (m.key().startsWith("a")) {
                links.add(m.value());
              }
            });
    // A link to the writer's page holds the name and nothing else.
    Set<String> people = links.isEmpty() ? values : links;
    return people.isEmpty() ? null : String.join("; ", people);
  }

  static boolean isAddress(String value) {
    return value.startsWith("http://") || value.startsWith("https://") || value.startsWith("/");
  }

  private static boolean isLoose(Metadatum author) {
    return author.key().startsWith("itemprop");
  }
}
