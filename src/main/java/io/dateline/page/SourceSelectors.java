package io.dateline.page;

import io.dateline.article.EntryId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of one source of articles have what, by CSS selectors of the job's own.
 *
 * @param name the source in messages, as {@code extraction.sources[0]}
 * @param entries which entries it is about
 * @param host whose pages it is about; absent for those of any host
 * @param story what the story stands in; absent if the ordinary rules are to find it
 * @param remove what is left out as if it were not on the page
 * @param fields where fields stand
 */
public record SourceSelectors(
    String name,
    Predicate<EntryId> entries,
    @Nullable HostName host,
    @Nullable CssSelector story,
    List<CssSelector> remove,
    Map<SelectedField, CssSelector> fields) {

  public SourceSelectors {
    remove = List.copyOf(remove);
    Map<SelectedField, CssSelector> ordered = new EnumMap<>(SelectedField.class);
    ordered.putAll(fields);
    fields = Collections.unmodifiableMap(ordered);
  }
}
