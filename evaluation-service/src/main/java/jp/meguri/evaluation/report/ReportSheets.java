package jp.meguri.evaluation.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CycleView;
import jp.meguri.directory.Unit;
import jp.meguri.evaluation.report.ReportReview.SheetPage;
import jp.meguri.evaluation.report.ReportSheetView.WindowView;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.review.WhoseTurn;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Sheets of reports: the list of a year, and one of them.
 */
@Service
class ReportSheets {

	private final VisibleReports visible;

	private final ReportDesks desks;

	private final ReportViews views;

	private final CityTransaction transaction;

	ReportSheets(VisibleReports visible, ReportDesks desks, ReportViews views, CityTransaction transaction) {
		this.visible = visible;
		this.desks = desks;
		this.views = views;
		this.transaction = transaction;
	}

	Mono<ReportSheetView> sheet(Actor actor, int fiscalYear, UUID unit, @Nullable Round round) {
		return this.desks.of(actor)
			.flatMap((desk) -> this.transaction.in(actor.municipality(),
					page(fiscalYear, unit, roundOr(desk, fiscalYear, round)).of(desk)));
	}

	/** The sheet inside a transaction that has changed it. */
	SheetPage<ReportSheetView> page(int fiscalYear, UUID unit, Round round) {
		return (desk) -> Mono.justOrEmpty(desk.city().unit(unit))
			.flatMap((found) -> this.views.sheet(desk, fiscalYear, found, round))
			.switchIfEmpty(Mono.error(Problems::notFound));
	}

	/** One row per unit, over what this person may see. */
	Mono<Page<Row>> ofYear(Actor actor, int fiscalYear, @Nullable Round round) {
		return this.desks.of(actor).flatMap((desk) -> {
			Round chosen = roundOr(desk, fiscalYear, round);
			return this.transaction.in(actor.municipality(), this.visible.standings(actor, fiscalYear, chosen))
				.map((standings) -> Page.of(rows(desk, fiscalYear, chosen, standings)));
		});
	}

	static Round roundOr(ReportDesk desk, int fiscalYear, @Nullable Round round) {
		return (round != null) ? round
				: desk.city()
					.cycle(fiscalYear)
					.map(CycleView::rounds)
					.filter((rounds) -> !rounds.isEmpty() && !rounds.contains(Round.YEAR_END))
					.map((rounds) -> rounds.stream().max(Comparator.naturalOrder()).orElseThrow())
					.orElse(Round.YEAR_END);
	}

	private static List<Row> rows(ReportDesk desk, int fiscalYear, Round round, List<Standing> standings) {
		Map<UUID, List<Standing>> byUnit = standings.stream().collect(Collectors.groupingBy(Standing::owner));
		return desk.city()
			.units(fiscalYear)
			.stream()
			.filter((unit) -> byUnit.containsKey(unit.id()))
			.map((unit) -> Row.of(desk, fiscalYear, round, unit, byUnit.get(unit.id())))
			.toList();
	}

	/**
	 * @param counts reports by state
	 * @param whoseTurn of the report that is furthest behind, or null when all are
	 * confirmed
	 */
	record Row(int fiscalYear, UUID unit, String unitName, Round round, Map<ReviewState, Long> counts, long confirmed,
			long total, WindowView window, @Nullable WhoseTurn whoseTurn) {

		static Row of(ReportDesk desk, int fiscalYear, Round round, Unit unit, List<Standing> standings) {
			Map<ReviewState, Long> counts = new EnumMap<>(ReviewState.class);
			standings.forEach((standing) -> counts.put(standing.state(), standing.reports()));
			long confirmed = standings.stream()
				.filter((standing) -> standing.state().isConfirmedOrLater())
				.mapToLong(Standing::reports)
				.sum();
			long total = standings.stream().mapToLong(Standing::reports).sum();
			WhoseTurn next = counts.keySet()
				.stream()
				.filter((state) -> !state.isConfirmedOrLater())
				.findFirst()
				.flatMap((state) -> desk.whoseTurn(fiscalYear, round, unit.id(), state))
				.orElse(null);
			return new Row(fiscalYear, unit.id(), unit.nameIn(fiscalYear), round, counts, confirmed, total,
					WindowView.of(desk.window(fiscalYear, round, unit.id())), next);
		}

	}

}
