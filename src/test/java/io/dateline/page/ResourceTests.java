package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceTests {

  /** As listed in {@code Metadatum}. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "headline",
          "alternativeHeadline",
          "datePublished",
          "dateModified",
          "author",
          "publisher",
          "sourceOrganization",
          "articleSection",
          "keywords",
          "description",
          "image",
          "url",
          "inLanguage",
          "dateline",
          "articleBody",
          "type");

  @Test
  void metaNamesAreLowerCaseAndStandOnce() {
    List<String> names = new ArrayList<>();
    Resource.rows("meta-properties.txt").forEach(row -> names.addAll(row.subList(2, row.size())));

    assertThat(names).doesNotHaveDuplicates().allMatch(it -> it.equals(lower(it)));
  }

  @Test
  void metaNamesMeanPropertiesThatExist() {
    assertThat(Resource.rows("meta-properties.txt"))
        .extracting(row -> row.get(1))
        .allMatch(PROPERTIES::contains);
  }

  @Test
  void schemaTermsMeanPropertiesThatExist() {
    assertThat(Resource.rows("schema-terms.txt"))
        .extracting(row -> row.get(0))
        .allMatch(it -> PROPERTIES.contains(it) || Set.of("article", "page", "site").contains(it));
  }

  @Test
  void regionNamesAreLowerCaseAndStandOnceOfAKind() {
    List<String> names = new ArrayList<>();
    Resource.rows("regions.txt")
        .forEach(row -> row.subList(2, row.size()).forEach(it -> names.add(row.get(0) + ' ' + it)));

    assertThat(names).doesNotHaveDuplicates().allMatch(it -> it.equals(lower(it)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
