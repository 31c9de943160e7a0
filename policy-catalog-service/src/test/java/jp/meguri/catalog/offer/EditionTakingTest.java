package jp.meguri.catalog.offer;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.catalog.plan.Plan;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import jp.meguri.events.catalog.CatalogEvent.PlanNode;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.OfferedNode;
import jp.meguri.events.goals.ImportEvent.PlanOffered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditionTakingTest {

	private static final Plan PLAN = new Plan(UUID.randomUUID(), "reform-plan", "行財政改革プラン");

	private final OfferFixture first = OfferFixture.of("reform-plan");

	private final OfferFixture second = this.first.again();

	@Test
	void unknownDimension_becomesAPlanWithItsEdition() {
		EditionTaking taking = EditionTaking.of(this.first.plan(2021, 2025, this.first.tree()), List.of(), List.of());
		assertThat(taking.newPlan()).satisfies((plan) -> assertThat(plan.name()).isEqualTo("行財政改革プラン"));
		assertThat(taking.isNew()).isTrue();
		assertThat(taking.matches()).isEmpty();
		PlanEditionChanged edition = taking.edition();
		assertThat(edition.id()).isEqualTo(this.first.id("edition"));
		assertThat(edition.levelNames()).containsExactly("基本方針", "取組項目");
		assertThat(edition.glossary()).hasSize(1);
		assertThat(edition.nodes()).extracting(PlanNode::id)
			.containsExactly(this.first.id("1"), this.first.id("1-1"), this.first.id("1-2"));
		assertThat(edition.nodes()).extracting(PlanNode::ordinal).containsExactly(1, 1, 2);
		assertThat(edition.nodes().get(2).parent()).isEqualTo(this.first.id("1"));
	}

	@Test
	void nextPeriodOfAKnownPlan_becomesOneMoreEdition() {
		EditionTaking taking = EditionTaking.of(this.second.plan("第3次", 2026, 2030, this.second.tree()), List.of(PLAN),
				List.of(present()));
		assertThat(taking.newPlan()).isNull();
		assertThat(taking.isNew()).isTrue();
		assertThat(taking.edition().plan()).isEqualTo(PLAN.id());
		assertThat(taking.matches()).as("nothing succeeds anything by itself").isEmpty();
	}

	@Test
	void sameEditionAgain_changesNothing_andNamesWhatIsThere() {
		EditionTaking taking = EditionTaking.of(this.second.plan(2021, 2025, this.second.tree()), List.of(PLAN),
				List.of(present()));
		assertThat(taking.isChanged()).isFalse();
		assertThat(taking.matches()).containsExactlyInAnyOrder(match("edition"), match("1"), match("1-1"),
				match("1-2"));
	}

	@Test
	void sameIdAgain_isTheSameEdition_whateverYearsTheSheetPrints() {
		PlanOffered offer = this.first.plan(2023, 2023, this.first.tree());
		EditionTaking taking = EditionTaking.of(offer, List.of(PLAN), List.of(present()));
		assertThat(taking.isChanged()).isFalse();
		assertThat(taking.matches()).isEmpty();
	}

	@Test
	void spacesAndWidth_doNotMakeAnotherNode() {
		OfferedNode[] tree = { this.second.node("1", null, 1, "1", "健全な財政 運営"),
				this.second.node("1-1", "1", 2, "", "歳入 の確保") };
		EditionTaking taking = EditionTaking.of(this.second.plan(2021, 2025, tree), List.of(PLAN), List.of(present()));
		assertThat(taking.isChanged()).isFalse();
		assertThat(taking.matches()).contains(match("1"), match("1-1"));
	}

	@Test
	void rowsAddedInALaterYear_standBehindTheirSiblings() {
		OfferedNode[] tree = { this.second.node("1", null, 1, "1", "健全な財政運営"),
				this.second.node("new", "1", 2, "1-1", "基金の活用"), this.second.node("1-1", "1", 2, "1-1", "歳入の確保"),
				this.second.node("2", null, 1, "2", "職員の育成") };
		EditionTaking taking = EditionTaking.of(this.second.plan(2021, 2025, tree), List.of(PLAN), List.of(present()));
		assertThat(taking.edition().nodes()).extracting(PlanNode::id)
			.containsExactly(this.first.id("1"), this.first.id("1-1"), this.first.id("1-2"), this.second.id("new"),
					this.second.id("2"));
		assertThat(taking.edition().nodes().get(3).ordinal()).isEqualTo(3);
		assertThat(taking.matches()).extracting(Match::offered)
			.doesNotContain(this.second.id("new"), this.second.id("2"));
	}

	@Test
	void nodesPrintedAlike_arePairedInPrintedOrder() {
		OfferedNode[] before = { this.first.node("1", null, 1, "1", "支えあい"), this.first.node("a", "1", 2, "", "見守り"),
				this.first.node("b", "1", 2, "", "見守り") };
		Versioned<PlanEditionChanged> present = present(this.first.plan(2021, 2025, before));
		OfferedNode[] after = { this.second.node("1", null, 1, "1", "支えあい"), this.second.node("a", "1", 2, "", "見守り"),
				this.second.node("b", "1", 2, "", "見守り") };
		EditionTaking taking = EditionTaking.of(this.second.plan(2021, 2025, after), List.of(PLAN), List.of(present));
		assertThat(taking.matches()).contains(match("a"), match("b"));
	}

	@ParameterizedTest
	@CsvSource({ "第2次,2023,2023,true", "第2次,2020,2022,false", "令和5年度版,2023,2023,false", "別の名前,2021,2025,true",
			"第2次,2025,2030,false" })
	void yearsThatAreTaken_areOfTheSameEditionOrRefused(String name, int from, int until, boolean same) {
		PlanOffered offer = this.second.plan(name, from, until, this.second.tree());
		if (same) {
			assertThat(EditionTaking.of(offer, List.of(PLAN), List.of(present())).matches()).contains(match("edition"));
		}
		else {
			refused(offer, EditionTaking.OVERLAPS);
		}
	}

	@Test
	void treeThatSharesNothing_isOfAnotherPlan() {
		refused(this.second.plan(2021, 2025, this.second.node("x", null, 1, "9", "地域の福祉")), EditionTaking.DIFFERS);
	}

	@Test
	void whatIsNoTree_isRefused() {
		refused(this.second.plan(2021, 2025, this.second.node("child", "later", 2, "1-1", "子"),
				this.second.node("later", null, 1, "1", "親")), OfferedEditionRule.INVALID);
		refused(this.second.plan(2021, 2025, this.second.node("1", null, 1, "1", "一"),
				this.second.node("1", null, 1, "1", "一")), OfferedEditionRule.INVALID);
		refused(this.second.plan(2025, 2021, this.second.tree()), OfferedEditionRule.INVALID);
		refused(OfferFixture.of("行革").plan(2021, 2025, this.second.tree()), OfferedEditionRule.INVALID);
	}

	private void refused(PlanOffered offer, String reason) {
		assertThatExceptionOfType(OfferRefusedException.class)
			.isThrownBy(() -> EditionTaking.of(offer, List.of(PLAN), List.of(present())))
			.satisfies((refusal) -> assertThat(refusal.reasonKey()).isEqualTo(reason));
	}

	private Match match(String name) {
		return new Match(this.second.id(name), this.first.id(name));
	}

	private Versioned<PlanEditionChanged> present() {
		return present(this.first.plan(2021, 2025, this.first.tree()));
	}

	private static Versioned<PlanEditionChanged> present(PlanOffered offer) {
		PlanEditionChanged edition = EditionTaking.of(offer, List.of(PLAN), List.of()).edition();
		return new Versioned<>(edition.id(), edition, 1);
	}

}
