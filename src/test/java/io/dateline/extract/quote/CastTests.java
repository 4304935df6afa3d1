package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.quote.Mention.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastTests {

  private final Lexicon lexicon = Lexicon.of("en", List.of());
  private final Cast cast = new Cast(lexicon, new NameRecogniser(lexicon, new Vocabulary()));

  @Test
  void givesASurnameTheFullNameThatIsMetAnywhere() {
    cast.meet(name("Ana Ruiz", ""));

    assertThat(cast.fullName(name("Ruiz", ""))).isEqualTo("Ana Ruiz");
  }

  @Test
  void choosesBetweenNamesakesByTheTitle() {
    cast.meet(name("Ana Ruiz", ""));
    cast.meet(name("Juan Ruiz", ""));

    assertThat(cast.fullName(name("Ruiz", "mrs."))).isEqualTo("Ana Ruiz");
    assertThat(cast.fullName(name("Ruiz", "mr."))).isEqualTo("Juan Ruiz");
  }

  @Test
  void choosesBetweenNamesakesByHowOftenTheyAreNamed() {
    cast.meet(name("Ana Ruiz", ""));
    cast.meet(name("Juan Ruiz", ""));
    cast.meet(name("Juan Ruiz", ""));

    assertThat(cast.fullName(name("Ruiz", ""))).isEqualTo("Juan Ruiz");
  }

  @Test
  void keepsANameThatIsNeverGivenInFull() {
    cast.meet(name("Ruiz", ""));

    assertThat(cast.fullName(name("Ruiz", ""))).isEqualTo("Ruiz");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"HE, Juan Paz", "SHE, Ana Ruiz"})
  void givesAPronounTheLastPersonOfItsSex(Kind pronoun, String fullName) {
    cast.meet(name("Ana Ruiz", ""));
    cast.meet(name("Juan Paz", ""));
    cast.turnTo(name("Juan Paz", ""));
    cast.turnTo(name("Ana Ruiz", ""));

    assertThat(cast.fullName(mention(pronoun, "x"))).isEqualTo(fullName);
  }

  @Test
  void givesAPronounNobodyWhereNobodyFits() {
    cast.meet(name("Ana Ruiz", ""));
    cast.turnTo(name("Ana Ruiz", ""));

    assertThat(cast.fullName(mention(Kind.HE, "he"))).isNull();
  }

  @Test
  void takesNoOrganisationForAPerson() {
    cast.meet(name("Harbor News Agency", ""));
    cast.turnTo(name("Harbor News Agency", ""));

    assertThat(cast.fullName(mention(Kind.HE, "he"))).isNull();
  }

  @Test
  void learnsTheSexOfAPersonFromAPronoun() {
    cast.meet(name("Sasha Paz", ""));
    cast.turnTo(name("Sasha Paz", ""));
    cast.turnTo(mention(Kind.SHE, "she"));

    assertThat(cast.fullName(mention(Kind.HE, "he"))).isNull();
    assertThat(cast.fullName(mention(Kind.SHE, "she"))).isEqualTo("Sasha Paz");
  }

  @Test
  void givesARoleToItsOnlyHolder() {
    cast.meet(name("Ana Ruiz", "").described("Finance Minister"));

    assertThat(cast.fullName(mention(Kind.NOUN_PHRASE, "the minister"))).isEqualTo("Ana Ruiz");
    assertThat(cast.fullName(mention(Kind.NOUN_PHRASE, "the mayor"))).isNull();
  }

  @Test
  void givesARoleOfSeveralToNobodyUnlessOneWasSpokenOfLast() {
    cast.meet(name("Ana Ruiz", "").described("Finance Minister"));
    cast.meet(name("Juan Paz", "").described("Foreign Minister"));

    assertThat(cast.fullName(mention(Kind.NOUN_PHRASE, "the minister"))).isNull();

    cast.turnTo(name("Juan Paz", ""));
    assertThat(cast.fullName(mention(Kind.NOUN_PHRASE, "the minister"))).isEqualTo("Juan Paz");
  }

  private static Mention name(String written, String title) {
    return new Mention(Kind.NAME, written, null, title, 0, 1);
  }

  private static Mention mention(Kind kind, String written) {
    return new Mention(kind, written, null, "", 0, 1);
  }
}
