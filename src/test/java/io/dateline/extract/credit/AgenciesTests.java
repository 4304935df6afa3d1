package io.dateline.extract.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgenciesTests {

  private final Agencies agencies = new Agencies();

  @Test
  void givesTheShortNameOfAnAgency() {
    assertThat(agencies.named("Agence France-Presse")).contains("AFP");
    assertThat(agencies.named("新华社")).contains("Xinhua");
  }

  @Test
  void takesAWordInSmallLettersForNoAbbreviation() {
    assertThat(agencies.named("ANSA")).contains("ANSA");
    assertThat(agencies.named("Ansa")).isEmpty();
    assertThat(agencies.named("Ann Example")).isEmpty();
  }
}
