package jp.meguri.events.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.DomainEvent;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog announces. Every event carries the full state of its aggregate.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({ @JsonSubTypes.Type(value = CatalogEvent.MunicipalityChanged.class, name = "MunicipalityChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.UnitChanged.class, name = "UnitChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.PersonChanged.class, name = "PersonChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.PlanEditionChanged.class, name = "PlanEditionChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.GradingSchemeChanged.class, name = "GradingSchemeChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.CycleChanged.class, name = "CycleChanged"),
		@JsonSubTypes.Type(value = CatalogEvent.Heartbeat.class, name = "Heartbeat") })
public sealed interface CatalogEvent extends DomainEvent {

	/**
	 * A city.
	 *
	 * @param slug short name in addresses, e.g. {@code nagisa}
	 * @param name e.g. なぎさ市
	 * @param operations whether this is not a city but the operators' own tenant
	 * @param issuers identity providers that speak for this city and no other
	 */
	record MunicipalityChanged(UUID id, String slug, String name, boolean operations,
			List<String> issuers) implements CatalogEvent {

		public MunicipalityChanged {
			issuers = List.copyOf(issuers);
		}

	}

	/**
	 * A unit of the city office with its years.
	 *
	 * @param code short name in addresses, unique in the city, e.g. {@code civic}
	 * @param years one entry per fiscal year in which the unit exists
	 */
	record UnitChanged(UUID id, String code, UnitKind kind, List<UnitYear> years) implements CatalogEvent {

		public UnitChanged {
			years = List.copyOf(years);
		}

	}

	/**
	 * @param fiscalYear the fiscal year
	 * @param name the name in that year
	 * @param parent the unit above it in that year, or null
	 * @param ordinal printed order among its siblings
	 * @param position 補職 of its head, e.g. 部長
	 * @param holderName 氏名 as printed, empty where unknown
	 * @param contact telephone or mail of the unit, empty where unknown
	 */
	record UnitYear(int fiscalYear, String name, @Nullable UUID parent, int ordinal, String position, String holderName,
			String contact) {
	}

	enum UnitKind {

		DEPARTMENT, SECTION, WARD_OFFICE, BRANCH_OFFICE, FIELD_OFFICE, PLANNING_DIVISION, EXTERNAL_BODY, SECTION_GROUP

	}

	/**
	 * A person with all assignments.
	 *
	 * @param issuer identity provider the person signs in at
	 * @param subject the provider's id of the person; null until it is known
	 * @param assignments all of them, also past and future ones
	 */
	record PersonChanged(UUID id, String name, String email, String issuer, @Nullable String subject,
			List<Assignment> assignments) implements CatalogEvent {

		public PersonChanged {
			assignments = List.copyOf(assignments);
		}

	}

	/**
	 * A person's role at a unit; several at once are 兼務.
	 *
	 * @param from first day
	 * @param to last day (inclusive), or null for open
	 */
	record Assignment(UUID id, UUID unit, RoleCode role, LocalDate from, @Nullable LocalDate to) {
	}

	enum RoleCode {

		STAFF, SECTION_HEAD, COORDINATOR, HEAD, DEPUTY, PLANNING, READER, EXTERNAL_REVIEWER, OPERATOR

	}

	/**
	 * An edition of a plan with its whole tree.
	 *
	 * @param dimension the plan's dimension in links, e.g. {@code comprehensive-plan}
	 * @param planName e.g. 総合計画
	 * @param name e.g. 前期基本計画
	 * @param firstYear first fiscal year in which it is valid
	 * @param lastYear last fiscal year in which it is valid
	 * @param nodes parents before children, siblings in printed order
	 * @param levelNames what the plan calls its levels, from the top; empty where nobody
	 * said
	 * @param glossary the terms the edition defines
	 */
	record PlanEditionChanged(UUID id, UUID plan, String dimension, String planName, String name, int firstYear,
			int lastYear, List<PlanNode> nodes, List<String> levelNames,
			List<GlossaryTerm> glossary) implements CatalogEvent {

		public PlanEditionChanged {
			nodes = List.copyOf(nodes);
			levelNames = (levelNames != null) ? List.copyOf(levelNames) : List.of();
			glossary = (glossary != null) ? List.copyOf(glossary) : List.of();
		}

		/** An edition without names of levels and without a glossary. */
		public PlanEditionChanged(UUID id, UUID plan, String dimension, String planName, String name, int firstYear,
				int lastYear, List<PlanNode> nodes) {
			this(id, plan, dimension, planName, name, firstYear, lastYear, nodes, List.of(), List.of());
		}

	}

	/**
	 * @param path the code as a path, e.g. [5, 1, 3]
	 * @param code the code as the edition prints it, e.g. {@code 5-1-③}
	 * @param title the title, or null where it is unknown
	 * @param linkable whether goals may link to it (leaves)
	 * @param level 1 for the top, where levels are left out in between; null where it
	 * follows from the tree
	 * @param note what stands beside the title, e.g. pages of the plan; empty for none
	 */
	record PlanNode(UUID id, @Nullable UUID parent, int ordinal, List<Integer> path, String code,
			@Nullable String title, boolean linkable, @Nullable Integer level, String note) {

		public PlanNode {
			path = List.copyOf(path);
			note = (note != null) ? note : "";
		}

		/** A node whose level follows from the tree. */
		public PlanNode(UUID id, @Nullable UUID parent, int ordinal, List<Integer> path, String code,
				@Nullable String title, boolean linkable) {
			this(id, parent, ordinal, path, code, title, linkable, null, "");
		}

	}

	/**
	 * A term of a plan (用語).
	 *
	 * @param term the term, empty where the plan does not name it
	 */
	record GlossaryTerm(String term, String definition) {
	}

	/**
	 * @param grades best first
	 * @param edition the plan's edition whose goals are graded by it, or null for the
	 * sheets of the city's units
	 */
	record GradingSchemeChanged(UUID id, String name, int firstYear, int lastYear, List<GradeDefinition> grades,
			@Nullable UUID edition) implements CatalogEvent {

		public GradingSchemeChanged {
			grades = List.copyOf(grades);
		}

		/** A scheme for the sheets of the city's units. */
		public GradingSchemeChanged(UUID id, String name, int firstYear, int lastYear, List<GradeDefinition> grades) {
			this(id, name, firstYear, lastYear, grades, null);
		}

	}

	record GradeDefinition(String code, String label, String definition) {
	}

	/**
	 * The cycle of a fiscal year.
	 *
	 * @param mode LIVE, or BACK_LOADING for a past year that is only registered
	 * @param rounds the rounds in use
	 * @param windows when what may be written and submitted
	 */
	record CycleChanged(UUID id, int fiscalYear, CycleMode mode, List<Round> rounds,
			List<Window> windows) implements CatalogEvent {

		public CycleChanged {
			rounds = List.copyOf(rounds);
			windows = List.copyOf(windows);
		}

	}

	/**
	 * An entry period (受付期間), half-open: writing is possible while
	 * {@code opensAt <= now < closesAt}.
	 *
	 * @param kind GOALS for the initial setting, REPORTS for the reports of a round
	 * @param round the round for REPORTS, null for GOALS
	 * @param revision counted up by every change of the window
	 * @param closedReason why a planner closed it early; empty otherwise
	 */
	record Window(UUID id, WindowKind kind, @Nullable Round round, Instant opensAt, Instant closesAt, long revision,
			String closedReason, List<Extension> extensions) {

		public Window {
			extensions = List.copyOf(extensions);
		}

	}

	enum WindowKind {

		GOALS, REPORTS

	}

	/** 期限の延長 of one unit: until {@code closesAt}, with the reason. */
	record Extension(UUID id, UUID unit, Instant closesAt, String reason) {
	}

	/**
	 * "Everything of this city up to here is known"; a copy that has not heard one for
	 * ten minutes refuses writes.
	 */
	record Heartbeat(UUID municipality, Instant at) implements CatalogEvent {
	}

}
