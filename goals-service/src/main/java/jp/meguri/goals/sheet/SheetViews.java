package jp.meguri.goals.sheet;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Unit;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.catalog.CatalogEvent.UnitYear;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.access.Circumstances;
import jp.meguri.goals.access.GoalAccess;
import jp.meguri.goals.sheet.SheetView.Period;
import jp.meguri.goals.sheet.SheetView.UnitOfSheet;
import jp.meguri.review.Can;
import jp.meguri.review.ReviewAction;
import jp.meguri.review.WhoseTurn;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Puts together what a reader sees of sheets.
 */
@Component
class SheetViews {

	private final GoalAccess access;

	private final CityTransaction transaction;

	private final SheetRepository sheets;

	private final GoalRepository goals;

	private final GoalViews goalViews;

	private final Texts texts;

	SheetViews(GoalAccess access, CityTransaction transaction, SheetRepository sheets, GoalRepository goals,
			GoalViews goalViews, Texts texts) {
		this.access = access;
		this.transaction = transaction;
		this.sheets = sheets;
		this.goals = goals;
		this.goalViews = goalViews;
		this.texts = texts;
	}

	/** A unit's sheet with the goals the reader may see; also while it is empty. */
	Mono<SheetView> view(Actor actor, int fiscalYear, UUID unit) {
		return this.transaction.in(actor.municipality(), this.access.on(actor, fiscalYear, unit)
			.flatMap((circumstances) -> this.goals.visibleTo(actor, SheetAddress.ofUnit(fiscalYear, unit))
				.flatMap((shown) -> this.goalViews.views(circumstances, shown))
				.flatMap((views) -> this.sheets.find(actor.municipality(), SheetAddress.ofUnit(fiscalYear, unit))
					.map(Optional::of)
					.defaultIfEmpty(Optional.empty())
					.map((sheet) -> view(circumstances, sheet.orElse(null), views)))));
	}

	/**
	 * Own units, and those of which the reader may see goals; a planner sees all units.
	 */
	Mono<List<SheetSummary>> summaries(Actor actor, int fiscalYear) {
		return this.access.city(actor)
			.flatMap((city) -> this.transaction.in(actor.municipality(), this.sheets.counts(actor, fiscalYear))
				.map((counts) -> summaries(city, actor, fiscalYear, counts)));
	}

	private List<SheetSummary> summaries(CityDirectory city, Actor actor, int fiscalYear, List<StateCount> counts) {
		Map<UUID, List<StateCount>> byUnit = counts.stream().collect(Collectors.groupingBy(StateCount::unit));
		return city.units(fiscalYear)
			.stream()
			.map(Unit::id)
			.filter((unit) -> byUnit.containsKey(unit) || actor.is(RoleCode.PLANNING)
					|| actor.writableUnits().contains(unit))
			.map((unit) -> summary(this.access.on(city, actor, fiscalYear, unit), byUnit.getOrDefault(unit, List.of())))
			.toList();
	}

	private static SheetSummary summary(Circumstances circumstances, List<StateCount> counts) {
		Map<ReviewState, Long> byState = new EnumMap<>(ReviewState.class);
		counts.forEach((count) -> byState.merge(count.state(), count.goals(), Long::sum));
		long confirmed = byState.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().isConfirmedOrLater())
			.mapToLong(Map.Entry::getValue)
			.sum();
		long total = byState.values().stream().mapToLong(Long::longValue).sum();
		Unit unit = unit(circumstances);
		return new SheetSummary(counts.isEmpty() ? null : counts.get(0).sheet(), circumstances.fiscalYear(), unit.id(),
				unit.code(), unit.nameIn(circumstances.fiscalYear()), byState, confirmed, total, period(circumstances),
				whoseTurn(circumstances, byState));
	}

	private static @Nullable WhoseTurn whoseTurn(Circumstances circumstances, Map<ReviewState, Long> counts) {
		if (counts.isEmpty()) {
			return circumstances.whoseTurn(ReviewState.NOT_STARTED).orElse(null);
		}
		return counts.keySet()
			.stream()
			.min(Comparator.comparing(SheetViews::distance))
			.flatMap(circumstances::whoseTurn)
			.orElse(null);
	}

	// What was returned waits for the writers, like a draft.
	private static int distance(ReviewState state) {
		return (state == ReviewState.RETURNED) ? ReviewState.DRAFT.ordinal() : state.ordinal();
	}

	private SheetView view(Circumstances circumstances, @Nullable GoalSheet sheet, List<GoalView> goals) {
		Can writing = Can.of(ReviewAction.EDIT, circumstances.toWrite(), this.texts);
		return new SheetView((sheet != null) ? sheet.id() : null, circumstances.fiscalYear(),
				unitOfSheet(circumstances), circumstances.mode(), period(circumstances),
				(sheet != null) ? sheet.structureRevision() : 0, goals,
				Map.of("create", writing, "order", writing, "export", Can.ALLOWED));
	}

	private static UnitOfSheet unitOfSheet(Circumstances circumstances) {
		int fiscalYear = circumstances.fiscalYear();
		Unit unit = unit(circumstances);
		Optional<UnitYear> year = unit.in(fiscalYear);
		return new UnitOfSheet(unit.id(), unit.code(), unit.nameIn(fiscalYear), year.map(UnitYear::position).orElse(""),
				year.map(UnitYear::holderName).orElse(""));
	}

	private static Unit unit(Circumstances circumstances) {
		return circumstances.city().unit(circumstances.unit()).orElseThrow();
	}

	private static Period period(Circumstances circumstances) {
		return Period.of(circumstances.window(), circumstances.contact());
	}

}
