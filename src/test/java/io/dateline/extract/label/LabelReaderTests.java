package io.dateline.extract.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelReaderTests {

  /** Dates have digits, pictures a dot and no space, all else is short. */
  private final LabelReader reader =
      new LabelReader(
          (property, value, sameLine, gap) ->
              switch (property) {
                case "datePublished" -> value.chars().anyMatch(Character::isDigit);
                case "image" -> value.contains(".") && !value.contains(" ");
                default -> value.length() < 40;
              });

  private List<Label> read(String... lines) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines) {
      blocks.add(Block.line(blocks.size(), line, 0, blocks.size() + 1));
    }
    return reader.read(blocks);
  }

  @Test
  void readsAValueBehindTheLabel() {
    assertThat(read("Publication date: 5 May 2016"))
        .containsExactly(new Label("datePublished", "Publication date", "5 May 2016", 0, 0));
  }

  @Test
  void readsAValueOnTheNextLine() {
    assertThat(read("Fecha de publicación:", "5 mayo 2016"))
        .containsExactly(new Label("datePublished", "Fecha de publicación", "5 mayo 2016", 0, 1));
  }

  @Test
  void leavesALabelWithoutAValueWhereTheNextLineDoesNotFit() {
    assertThat(read("Imagen principal:", "The ferry sailed again on Thursday."))
        .containsExactly(new Label("image", "Imagen principal", null, 0, -1));
  }

  @Test
  void takesNoLabelAsTheValueOfAnother() {
    assertThat(read("Author:", "Tags:", "ferries"))
        .extracting(Label::property, Label::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("author", null),
            org.assertj.core.groups.Tuple.tuple("keywords", "ferries"));
  }

  @Test
  void readsADateLabelWithoutAColon() {
    assertThat(read("Posted on 2016-05-05")).extracting(Label::value).containsExactly("2016-05-05");
  }

  @Test
  void takesNoSentenceWithAColonForALabel() {
    assertThat(read("The mayor said: 5 May 2016 it is.")).isEmpty();
  }
}
