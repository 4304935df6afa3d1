package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockNamesTests {

  private final BlockNames names = new BlockNames();

  @Test
  void haveOneNumberEachWhereverTheyStand() {
    int[] story = names.of("text story page");
    int[] menu = names.of("menu page menu");

    assertThat(story).hasSize(3).doesNotHaveDuplicates();
    assertThat(menu).hasSize(2);
    assertThat(menu[1]).isEqualTo(story[2]);
    assertThat(names.name(menu[0])).isEqualTo("menu");
    assertThat(names.count()).isEqualTo(4);
  }

  @Test
  void areOneEmptyNameWhereThereIsNone() {
    assertThat(names.of("")).hasSize(1);
    assertThat(names.name(names.of("")[0])).isEmpty();
  }
}
