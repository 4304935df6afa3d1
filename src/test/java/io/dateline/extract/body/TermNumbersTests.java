package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TermNumbersTests {

  @Test
  void aTermHasTheSameNumberWhereverItStands() {
    TermNumbers numbers = new TermNumbers();

    int ferry = numbers.of("the ferry sails", 4, 9);
    int sails = numbers.of("the ferry sails", 10, 15);

    assertThat(numbers.of("ferry", 0, 5)).isEqualTo(ferry).isNotEqualTo(sails);
    assertThat(numbers.count()).isEqualTo(2);
  }

  @Test
  @Timeout(30)
  void termsOfOneHashAreToldApartWithoutASearchThroughAllOfThem() {
    assertThat(numbersOf(16)).hasSize(1 << 16);
  }

  /** Numbers, twice asked for, of terms that all have one hash: {@code Aa} and {@code BB} do. */
  private static Map<String, Integer> numbersOf(int pairs) {
    TermNumbers numbers = new TermNumbers();
    Map<String, Integer> first = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      for (int n = 0; n < 1 << pairs; n++) {
        StringBuilder term = new StringBuilder();
        for (int bit = 0; bit < pairs; bit++) {
          term.append((n >> bit & 1) == 0 ? "Aa" : "BB");
        }
        int number = numbers.of(term.toString(), 0, term.length());
        Integer before = first.putIfAbsent(term.toString(), number);
        assertThat(before == null || before == number).isTrue();
      }
    }
    assertThat(numbers.count()).isEqualTo(first.size());
    return first;
  }
}
