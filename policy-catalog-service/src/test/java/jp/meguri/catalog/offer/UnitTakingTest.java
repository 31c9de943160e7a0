package jp.meguri.catalog.offer;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.meguri.events.catalog.CatalogEvent.UnitChanged;
import jp.meguri.events.catalog.CatalogEvent.UnitKind;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OfferedUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnitTakingTest {

	private static final UUID WELFARE = UUID.randomUUID();

	private final OfferFixture offer = OfferFixture.of("welfare-plan");

	private final List<UnitChanged> office = List.of(unit(WELFARE, "福祉部", UnitKind.DEPARTMENT, null, 2022, 2024));

	@Test
	void unknownSection_existsInTheYearOfTheDocument() {
		UnitTaking taking = UnitTaking.of(this.offer.organisation(2023, this.offer.section("福祉政策課", WELFARE)),
				this.office);
		UnitChanged unit = taking.created().get(0);
		assertThat(unit.id()).isEqualTo(this.offer.id("福祉政策課"));
		assertThat(unit.code()).matches("[a-z0-9][a-z0-9-]{0,39}");
		assertThat(unit.years()).containsExactly(new UnitYear(2023, "福祉政策課", WELFARE, 1, "", "", ""));
		assertThat(taking.matches()).isEmpty();
	}

	@Test
	void sectionOfThatYear_isTheSame_alsoWithOtherSpaces() {
		UUID known = UUID.randomUUID();
		List<UnitChanged> units = List.of(this.office.get(0),
				unit(known, "福祉政策課", UnitKind.SECTION, WELFARE, 2023, 2023));
		UnitTaking taking = UnitTaking.of(this.offer.organisation(2023, this.offer.section("福祉 政策課", null)), units);
		assertThat(taking.created()).isEmpty();
		assertThat(taking.matches()).containsExactly(new Match(this.offer.id("福祉 政策課"), known));
	}

	@Test
	void sectionOfThatNameInOtherYears_isNotTakenForTheSame() {
		List<UnitChanged> units = List.of(this.office.get(0),
				unit(UUID.randomUUID(), "福祉政策課", UnitKind.SECTION, WELFARE, 2021, 2022));
		UnitTaking taking = UnitTaking.of(this.offer.organisation(2023, this.offer.section("福祉政策課", WELFARE)), units);
		assertThat(taking.created()).extracting(UnitChanged::id).containsExactly(this.offer.id("福祉政策課"));
		assertThat(taking.matches()).isEmpty();
	}

	@Test
	void sectionsOfOneDocument_mayStandBelowEachOther_inAnyOrder() {
		OfferedUnit section = this.offer.section("子育て支援課", this.offer.id("こども部"));
		OfferedUnit department = new OfferedUnit(this.offer.id("こども部"), "こども部", UnitKind.DEPARTMENT, null);
		UnitTaking taking = UnitTaking.of(this.offer.organisation(2023, section, department), this.office);
		assertThat(taking.created()).extracting(UnitChanged::id)
			.containsExactly(this.offer.id("こども部"), this.offer.id("子育て支援課"));
	}

	@Test
	void twoSectionsOfThatName_areAmbiguous() {
		List<UnitChanged> units = List.of(this.office.get(0),
				unit(UUID.randomUUID(), "総務課", UnitKind.SECTION, WELFARE, 2023, 2023),
				unit(UUID.randomUUID(), "総務課", UnitKind.SECTION, null, 2023, 2023));
		refused(units, UnitTaking.AMBIGUOUS, this.offer.section("総務課", null));
		assertThat(UnitTaking.of(this.offer.organisation(2023, this.offer.section("総務課", WELFARE)), units).matches())
			.hasSize(1);
	}

	@Test
	void circlesUnknownParentsAndPlanningDivisions_areRefused() {
		refused(this.office, UnitTaking.INVALID, this.offer.section("甲課", this.offer.id("乙課")),
				this.offer.section("乙課", this.offer.id("甲課")));
		refused(this.office, UnitTaking.INVALID, this.offer.section("丙課", UUID.randomUUID()));
		refused(this.office, UnitTaking.INVALID,
				new OfferedUnit(UUID.randomUUID(), "企画課", UnitKind.PLANNING_DIVISION, null));
	}

	private void refused(List<UnitChanged> units, String reason, OfferedUnit... offered) {
		assertThatExceptionOfType(OfferRefusedException.class)
			.isThrownBy(() -> UnitTaking.of(this.offer.organisation(2023, offered), units))
			.satisfies((refusal) -> assertThat(refusal.reasonKey()).isEqualTo(reason));
	}

	private static UnitChanged unit(UUID id, String name, UnitKind kind, @Nullable UUID parent, int first, int last) {
		return new UnitChanged(id, "u" + id, kind,
				IntStream.rangeClosed(first, last)
					.mapToObj((year) -> new UnitYear(year, name, parent, 1, "", "", ""))
					.toList());
	}

}
