package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.summary.GroupKey;
import io.dateline.summary.report.Ranking.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestGroupsTests {

  private static Group group(String name, long rows) {
    return new Group(LargestGroups.key(name, ""), rows, rows);
  }

  @Test
  void keepsTheLargestAndCountsTheOthers() {
    LargestGroups groups = new LargestGroups(2);
    List.of(group("a", 1), group("", 7), group("b", 5), group("c", 3), group("d", 2))
        .forEach(groups::add);

    Ranking ranking = groups.ranking();

    assertThat(ranking.groups()).containsExactly(group("b", 5), group("c", 3));
    assertThat(ranking.moreGroups()).isEqualTo(2);
    assertThat(ranking.moreRows()).isEqualTo(3);
    assertThat(ranking.absentRows()).isEqualTo(7);
    assertThat(ranking.presentRows()).isEqualTo(11);
    assertThat(ranking.rows()).isEqualTo(18);
    assertThat(ranking.size()).isEqualTo(4);
  }

  @Test
  void givesTheSameWhateverTheOrderOfEqualGroups() {
    List<Group> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(group("name" + i, i % 3));
    }
    LargestGroups one = new LargestGroups(10);
    all.forEach(one::add);
    Collections.shuffle(all, new Random(7));
    LargestGroups other = new LargestGroups(10);
    all.forEach(other::add);

    assertThat(other.ranking()).isEqualTo(one.ranking());
  }

  @Test
  void takesEmptyTextForAnAbsentValue() {
    assertThat(LargestGroups.key("", "GH")).isEqualTo(new GroupKey(null, "GH"));
  }
}
