package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Metadatum.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of {@code meta} elements mean. */
final class MetaNames {

  /** Attributes that hold a name, the most telling first. */
  static final List<String> ATTRIBUTES = List.of("property", "name", "http-equiv");

  /** What one name means. */
  record Meaning(Source source, String property) {
    boolean isAddress() {
      return property.equals("url") || property.equals("image");
    }
  }

  private final Map<String, Meaning> byName = new HashMap<>();

  MetaNames(String resource) {
    for (List<String> row : Resource.rows(resource)) {
      Meaning meaning = new Meaning(Source.valueOf(row.get(0)), row.get(1));
      row.subList(2, row.size()).forEach(name -> byName.put(name, meaning));
    }
  }

  @Nullable Meaning of(String name) {
    return byName.get(UCharacter.toLowerCase(Locale.ROOT, name));
  }
}
