package jp.meguri.evaluation.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.content.PlanLink;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.Responsibility;
import jp.meguri.events.content.Round;
import jp.meguri.events.content.Tag;
import jp.meguri.events.evaluation.ReleaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * 公表資料: everything one edition shows, with names and titles copied in, so that it reads
 * the same for good. Its canonical bytes and their hash are stored with it.
 *
 * @param schemaVersion version of this form
 * @param round the round of the results, or null in an initial release
 * @param edition 1 for the first document of this unit and year, then counted up
 * @param decisionDate 決裁日
 * @param documentNumber 文書番号
 * @param publishAt when it becomes public
 * @param plan the plan whose sheet it shows; absent on a unit's, which {@code unit} names
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseDocument(int schemaVersion, City city, int fiscalYear, Unit unit, ReleaseEvent.Kind kind,
		@Nullable Round round, int edition, LocalDate decisionDate, String documentNumber, Instant publishAt,
		@Nullable MissionAndPolicies missionAndPolicies, List<Goal> annualGoals, List<Goal> midTermGoals,
		@Nullable Plan plan) {

	/** The form written today. */
	public static final int SCHEMA_VERSION = 1;

	public ReleaseDocument {
		annualGoals = List.copyOf(annualGoals);
		midTermGoals = List.copyOf(midTermGoals);
	}

	/** The document of a unit. */
	public ReleaseDocument(int schemaVersion, City city, int fiscalYear, Unit unit, ReleaseEvent.Kind kind,
			@Nullable Round round, int edition, LocalDate decisionDate, String documentNumber, Instant publishAt,
			@Nullable MissionAndPolicies missionAndPolicies, List<Goal> annualGoals, List<Goal> midTermGoals) {
		this(schemaVersion, city, fiscalYear, unit, kind, round, edition, decisionDate, documentNumber, publishAt,
				missionAndPolicies, annualGoals, midTermGoals, null);
	}

	/**
	 * @param edition the name of the plan's edition, e.g. 第3次
	 */
	public record Plan(String name, String edition) {
	}

	public record City(String slug, String name) {
	}

	/**
	 * @param position 補職
	 * @param holderName 氏名
	 */
	public record Unit(String code, String name, String position, String holderName) {
	}

	/** Which revisions the text was taken from. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Source(UUID goal, long goalRevision, @Nullable UUID report, @Nullable Long reportRevision) {
	}

	/**
	 * @param review 取り組みの総括, or null in an initial release
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record MissionAndPolicies(Source source, List<Entry> mission, List<Entry> policies,
			@Nullable List<Entry> review) {

		public MissionAndPolicies {
			mission = List.copyOf(mission);
			policies = List.copyOf(policies);
			review = (review != null) ? List.copyOf(review) : null;
		}

	}

	/**
	 * 当年度目標 or 中期目標.
	 *
	 * @param number the printed number
	 * @param leadSection name of the section in charge, or null where the unit leads
	 * @param contributesTo number of the mid-term goal it serves, or null
	 * @param results null in an initial release and for mid-term goals
	 * @param code the number or code printed before the title; absent without one, as are
	 * the parts below
	 * @param purpose 趣旨・目的
	 * @param direction 今後の取組方向
	 * @param targets 達成目標
	 * @param responsible 取組主管課・関係課等
	 * @param references 関係する計画等
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Goal(Source source, int number, String title, List<Tag> tags, @Nullable String leadSection,
			@Nullable Integer contributesTo, List<Entry> statement, List<Entry> actions, List<Entry> roadmap,
			List<PlanDimension> plans, @Nullable Results results,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) String code,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> purpose,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> direction,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Target> targets,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Responsible> responsible,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> references) {

		public Goal {
			tags = List.copyOf(tags);
			statement = List.copyOf(statement);
			actions = List.copyOf(actions);
			roadmap = List.copyOf(roadmap);
			plans = List.copyOf(plans);
			code = (code != null) ? code : "";
			purpose = copyOrEmpty(purpose);
			direction = copyOrEmpty(direction);
			targets = copyOrEmpty(targets);
			responsible = copyOrEmpty(responsible);
			references = copyOrEmpty(references);
		}

		/** A goal without the parts that plans' forms have. */
		public Goal(Source source, int number, String title, List<Tag> tags, @Nullable String leadSection,
				@Nullable Integer contributesTo, List<Entry> statement, List<Entry> actions, List<Entry> roadmap,
				List<PlanDimension> plans, @Nullable Results results) {
			this(source, number, title, tags, leadSection, contributesTo, statement, actions, roadmap, plans, results,
					"", List.of(), List.of(), List.of(), List.of(), List.of());
		}

	}

	/**
	 * 達成目標 as printed.
	 *
	 * @param key the action it belongs to as printed, empty for none
	 */
	public record Target(String key, String text) {
	}

	/**
	 * 取組主管課・関係課等.
	 *
	 * @param name the section, body or group as printed
	 */
	public record Responsible(Responsibility.Role role, String name) {
	}

	/**
	 * One paragraph or list entry, as printed.
	 *
	 * @param repeated 再掲
	 */
	public record Entry(UUID id, int level, String marker, String text, List<Tag> tags, boolean repeated) {

		public Entry {
			tags = List.copyOf(tags);
		}

	}

	/**
	 * 関連計画・施策 of one dimension, in printed order.
	 *
	 * @param name the plan's name, e.g. 総合計画
	 */
	public record PlanDimension(String dimension, String name, List<Link> links) {

		public PlanDimension {
			links = List.copyOf(links);
		}

	}

	/**
	 * @param choice {@code NO_LINK} is printed as 該当なし
	 */
	public record Link(PlanLink.Choice choice, String code, String title) {
	}

	/**
	 * 実績.
	 *
	 * @param progress 取組状況; absent without one, as are the parts below
	 * @param issues 課題・改善点
	 * @param processEvaluation 取組工程に対する評価
	 * @param improvements 見直し、改善事項
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Results(List<Entry> achievements, List<Entry> directions, List<Outcome> outcomes,
			List<Figure> figures, @Nullable Grade grade, ReportContent.@Nullable NextStep nextStep,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> progress,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> issues,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> processEvaluation,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Entry> improvements) {

		public Results {
			achievements = List.copyOf(achievements);
			directions = List.copyOf(directions);
			outcomes = List.copyOf(outcomes);
			figures = List.copyOf(figures);
			progress = copyOrEmpty(progress);
			issues = copyOrEmpty(issues);
			processEvaluation = copyOrEmpty(processEvaluation);
			improvements = copyOrEmpty(improvements);
		}

		/** Results without the parts that plans' forms have. */
		public Results(List<Entry> achievements, List<Entry> directions, List<Outcome> outcomes, List<Figure> figures,
				@Nullable Grade grade, ReportContent.@Nullable NextStep nextStep) {
			this(achievements, directions, outcomes, figures, grade, nextStep, List.of(), List.of(), List.of(),
					List.of());
		}

	}

	/**
	 * @param action id of the entry it belongs to
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Outcome(UUID action, ReportContent.Outcome outcome, @Nullable LocalDate month, String note) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Figure(@Nullable UUID action, String label, String value, @Nullable LocalDate asOf,
			ReportContent.Certainty certainty) {
	}

	/**
	 * @param scheme the grading scheme's name
	 */
	public record Grade(String scheme, String code, String label, String definition, String comment) {
	}

	// Documents that were released before a part existed have none of it.
	private static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

}
