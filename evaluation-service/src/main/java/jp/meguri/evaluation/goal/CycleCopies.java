package jp.meguri.evaluation.goal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.CycleChanged;
import jp.meguri.events.content.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The rounds in use per fiscal year, and the lock under which reports are opened. Kept
 * apart from the directory because goals and cycles arrive in any order: whichever comes
 * second must see the other.
 */
@Repository
public class CycleCopies {

	private final DatabaseClient database;

	CycleCopies(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Until the end of the transaction nobody else opens reports of that city and year.
	 */
	public Mono<Void> lock(UUID municipality, int fiscalYear) {
		return this.database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.bind("key", "report-opening/%s/%d".formatted(municipality, fiscalYear))
			.then();
	}

	public Mono<Void> keep(UUID municipality, CycleChanged cycle) {
		return this.database.sql("""
				insert into cycle_copy (municipality, fiscal_year, mode, rounds)
				values (:municipality, :year, :mode, :rounds)
				on conflict (municipality, fiscal_year)
				do update set mode = excluded.mode, rounds = excluded.rounds
				""")
			.bind("municipality", municipality)
			.bind("year", cycle.fiscalYear())
			.bind("mode", cycle.mode().name())
			.bind("rounds", cycle.rounds().stream().map(Round::name).toArray(String[]::new))
			.fetch()
			.rowsUpdated()
			.then();
	}

	/** The rounds in use; empty while the cycle is not known. */
	public Mono<Rounds> rounds(UUID municipality, int fiscalYear) {
		return this.database
			.sql("select mode, rounds from cycle_copy where municipality = :municipality and fiscal_year = :year")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map((row) -> Rounds.of(Columns.text(row, "mode"), Columns.get(row, "rounds", String[].class)))
			.one();
	}

	/**
	 * @param rounds in the order of the year
	 */
	public record Rounds(CycleMode mode, List<Round> rounds) {

		public Rounds {
			rounds = rounds.stream().sorted().toList();
		}

		static Rounds of(String mode, String[] rounds) {
			return new Rounds(CycleMode.valueOf(mode), Arrays.stream(rounds).map(Round::valueOf).toList());
		}

		/** The round whose results stand for the whole year. */
		public Round ofTheYear() {
			return (this.rounds.isEmpty() || this.rounds.contains(Round.YEAR_END)) ? Round.YEAR_END
					: this.rounds.get(this.rounds.size() - 1);
		}

	}

}
