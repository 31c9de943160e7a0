package jp.meguri.catalog.cycle;

import java.util.List;
import java.util.UUID;
import jp.meguri.catalog.change.Versioned;
import jp.meguri.directory.FiscalYear;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.content.Round;
import jp.meguri.web.HasRevision;

/**
 * The cycle of a fiscal year.
 *
 * @param fiscalYearLabel e.g. 令和8年度
 */
record CycleView(UUID id, int fiscalYear, String fiscalYearLabel, CycleMode mode, List<Round> rounds,
		List<WindowView> windows, long revision) implements HasRevision {

	static CycleView of(Versioned<CycleChanged> cycle) {
		CycleChanged state = cycle.state();
		return new CycleView(cycle.id(), state.fiscalYear(), new FiscalYear(state.fiscalYear()).label(), state.mode(),
				state.rounds(), state.windows().stream().map(WindowView::of).toList(), cycle.revision());
	}

}
