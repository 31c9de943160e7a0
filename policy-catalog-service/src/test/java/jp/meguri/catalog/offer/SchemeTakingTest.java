package jp.meguri.catalog.offer;

import java.util.List;
import java.util.UUID;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemeTakingTest {

	private static final PlanEditionChanged EDITION = new PlanEditionChanged(UUID.randomUUID(), UUID.randomUUID(),
			"reform-plan", "行財政改革プラン", "第2次", 2021, 2025, List.of());

	private final OfferFixture offer = OfferFixture.of("reform-plan");

	@Test
	void legendOfAPlan_isForItsEditionAndItsYears() {
		GradingSchemeChanged scheme = SchemeTaking.of(this.offer.scheme("A", "B"), EDITION, List.of(cityWide()))
			.created();
		assertThat(scheme.id()).isEqualTo(this.offer.id("scheme"));
		assertThat(scheme.edition()).isEqualTo(EDITION.id());
		assertThat(scheme.firstYear()).isEqualTo(2021);
		assertThat(scheme.lastYear()).isEqualTo(2025);
		assertThat(scheme.grades()).containsExactly(new GradeDefinition("A", "達成度A", ""),
				new GradeDefinition("B", "達成度B", ""));
	}

	@Test
	void legendOfAnotherYear_isTheSame_whenItSaysTheSame() {
		GradingSchemeChanged present = SchemeTaking.of(this.offer.scheme("A", "B", "C"), EDITION, List.of()).created();
		OfferFixture next = this.offer.again();
		SchemeTaking taking = SchemeTaking.of(next.scheme("A", "C"), EDITION, List.of(present));
		assertThat(taking.created()).isNull();
		assertThat(taking.matches()).containsExactly(new Match(next.id("scheme"), present.id()));
		assertThat(SchemeTaking.of(next.scheme("A", "S"), EDITION, List.of(present)).created()).isNotNull();
	}

	@Test
	void documentWithoutALegend_bringsNone() {
		assertThat(SchemeTaking.of(null, EDITION, List.of())).isEqualTo(new SchemeTaking(null, List.of()));
	}

	@Test
	void gradeNamedTwice_isRefused() {
		assertThatExceptionOfType(OfferRefusedException.class)
			.isThrownBy(() -> SchemeTaking.of(this.offer.scheme("A", "A"), EDITION, List.of()));
	}

	private static GradingSchemeChanged cityWide() {
		return new GradingSchemeChanged(UUID.randomUUID(), "達成度", 2020, 2030,
				List.of(new GradeDefinition("A", "達成度A", ""), new GradeDefinition("B", "達成度B", "")));
	}

}
