package jp.meguri.goals.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.GoalTarget;
import jp.meguri.events.content.ReportContent.NextStep;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Responsibility.Role;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftGradeMeaning;
import jp.meguri.goals.imports.ImportDraft.DraftPlan;
import jp.meguri.goals.imports.ImportDraft.DraftTerm;
import jp.meguri.goals.imports.ImportDraft.DraftIndicator;
import jp.meguri.goals.imports.ImportDraft.DraftUnit;
import jp.meguri.goals.indicator.Indicator.Direction;
import org.junit.jupiter.api.Test;

class PlanMakerTest {

	private final PlanText text = new PlanText("test");

	private final DraftMaker made = new DraftMaker(this.text.reading());

	private final DraftGoal first = this.made.draft().goals().get(0);

	@Test
	void tree_keepsParentsLevelsAndCodes() {
		DraftPlan plan = this.made.draft().plan();
		assertThat(plan.name()).isEqualTo("なぎさ市行政改革実施計画の取組み結果");
		assertThat(plan.levelNames()).containsExactly("基本方針", "取り組みの項目");
		assertThat(plan.nodes()).extracting("code").containsExactly("1", "①", "②");
		assertThat(plan.nodes().get(1).parent()).isEqualTo(plan.nodes().get(0).id());
		assertThat(plan.gradingScheme().grades()).containsExactly(new DraftGradeMeaning("A", "目標を達成"),
				new DraftGradeMeaning("B", "ほぼ達成"));
		assertThat(plan.glossary()).containsExactly(new DraftTerm("指定管理者", "公の施設の管理を任された団体"));
	}

	@Test
	void row_becomesAnAnnualGoalUnderItsNode() {
		GoalContent content = this.first.content();
		assertThat(this.first.kind()).isEqualTo(GoalKind.ANNUAL_GOAL);
		assertThat(this.first.node()).isEqualTo(this.made.draft().plan().nodes().get(1).id());
		assertThat(content.code()).isEqualTo("No.1");
		assertThat(content.title()).isEqualTo("使っていない土地を貸す");
		assertThat(content.references()).containsExactly("第1期財政計画");
		assertThat(content.responsibilities()).extracting(Responsibility::role)
			.containsExactly(Role.PRIMARY, Role.CO_LEAD, Role.RELATED);
		assertThat(content.responsibilities().get(2).group()).isTrue();
		assertThat(this.made.draft().goals().get(2).node()).isNull();
	}

	@Test
	void phase_standsBelowItsInitiative() {
		List<Block> actions = this.first.content().actions();
		assertThat(actions).extracting(Block::text)
			.containsExactly("公募します", "7月に要項を公表する", "令和8年度", "10月～3月に貸し付ける", "貸付先を調べる");
		assertThat(actions).extracting(Block::level).containsExactly(1, 2, 2, 3, 1);
		assertThat(this.first.content().roadmap()).isEmpty();
	}

	@Test
	void target_citesItsAction() {
		GoalTarget target = this.first.content().targets().get(0);
		assertThat(target.key()).isEqualTo("ア");
		assertThat(target.cites()).isEqualTo(this.first.content().actions().get(0).id());
		assertThat(target.text()).isEqualTo("・貸付収入 5,000千円以上");
	}

	@Test
	void targetsThatPrintTheSame_shareAnIndicator() {
		DraftIndicator shared = this.made.draft().indicators().get(0);
		assertThat(this.made.draft().indicators()).hasSize(1);
		assertThat(shared.name()).isEqualTo("貸付収入");
		assertThat(shared.unit()).isEqualTo("円");
		assertThat(shared.create()).isTrue();
		assertThat(this.made.draft().goals()).extracting((goal) -> goal.content().targets().get(0).indicator())
			.containsOnly(shared.id());
	}

	@Test
	void indicator_isLeftOpen_whereOneTargetNamesIt_andNone_whereItIsNotPlain() {
		IndicatorMaker maker = new IndicatorMaker();
		assertThat(maker.of("市税の徴収率 98.5%以上")).isNotNull();
		assertThat(maker.of("市税の徴収率 98.5％以上")).isEqualTo(maker.of("市税の徴収率 99%以上"));
		assertThat(maker.of("職員数 615人以下")).isNotNull();
		assertThat(maker.of("市民が安心して暮らせている状態")).isNull();
		assertThat(maker.of("参加者数 100人以上、相談件数 20件以上")).isNull();
		assertThat(maker.found()).extracting(DraftIndicator::create).containsExactly(true, false);
		assertThat(maker.found().get(1).direction()).isEqualTo(Direction.LESS_IS_BETTER);
	}

	@Test
	void result_keepsGradeAndNextStep() {
		assertThat(this.first.result().grade().code()).isEqualTo("B");
		assertThat(this.first.result().nextStep()).isEqualTo(NextStep.CONTINUE);
		assertThat(this.first.result().progress()).extracting(Block::text).containsExactly("12件を貸し付けた。");
		assertThat(this.first.result().improvements()).hasSize(1);
		assertThat(this.made.draft().goals().get(2).result().grade()).isNull();
	}

	@Test
	void places_showTheSource() {
		String id = this.first.id().toString();
		assertThat(shown(id + "/number")).isEqualTo("No.1");
		assertThat(shown(id + "/title")).isEqualTo("使っていない土地を貸す");
		assertThat(shown(id + "/grade")).isEqualTo("B");
		assertThat(shown(id + "/nextStep")).isEqualTo("継続");
		assertThat(shown(this.first.content().targets().get(0).id().toString())).isEqualTo("・貸付収入 5,000千円以上");
		assertThat(shown(this.first.content().responsibilities().get(1).id().toString())).isEqualTo("環境部");
		assertThat(shown(this.made.draft().plan().nodes().get(1).id().toString())).isEqualTo("①歳入を増やす");
	}

	@Test
	void organisation_namesEachOnce() {
		assertThat(this.made.draft().organisation()).extracting(DraftUnit::name)
			.containsExactly("協働推進課", "環境部", "全ての課等", "財産活用課");
		assertThat(this.made.draft().organisation()).extracting(DraftUnit::unit).containsOnlyNulls();
	}

	private String shown(String name) {
		StringBuilder shown = new StringBuilder();
		this.made.readSheet()
			.spans()
			.get(name)
			.forEach((place) -> shown.append(this.text.source(), place.start(), place.end()));
		return shown.toString();
	}

}
