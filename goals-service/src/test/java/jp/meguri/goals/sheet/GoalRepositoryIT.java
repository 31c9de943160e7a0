package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Directory;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.Desk;
import jp.meguri.goals.Desk.Named;
import jp.meguri.goals.Office;
import jp.meguri.test.MeguriIT;
import jp.meguri.test.TestTokens;
import jp.meguri.web.MeguriProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The predicates of the queries themselves. Each test first shows that the row is there
 * for a query without the predicate, so it turns red when the predicate is deleted.
 */
@MeguriIT
class GoalRepositoryIT {

	@LocalServerPort
	private int port;

	@Autowired
	private GoalRepository goals;

	@Autowired
	private SheetRepository sheets;

	@Autowired
	private CityTransaction transaction;

	@Autowired
	private DatabaseClient client;

	@Autowired
	private Directory directory;

	private Desk desk;

	private int year;

	@BeforeEach
	void aYear() {
		this.desk = new Desk(this.port);
		this.year = this.desk.office.openYear();
	}

	@Test
	void draftOfAnotherUnit_isNotRead() {
		Named draft = this.desk.draft(this.year);
		assertThat(in(Office.NAGISA, rows(draft.id()))).isEqualTo(1);
		Actor tanaka = actor("nagisa", "tanaka");
		assertThat(in(Office.NAGISA, this.goals.visibleTo(tanaka, draft.id()).hasElement())).isFalse();
		assertThat(in(Office.NAGISA, this.goals.visibleTo(tanaka, SheetAddress.ofUnit(this.year, Office.CIVIC))))
			.isEmpty();
		assertThat(in(Office.NAGISA, this.sheets.counts(tanaka, this.year))).isEmpty();
		assertThat(in(Office.NAGISA, this.goals.visibleTo(actor("nagisa", "sato"), draft.id()).hasElement())).isTrue();
	}

	@Test
	void draftOfAnotherUnit_isNotWritten() {
		Named draft = this.desk.draft(this.year);
		Goal goal = in(Office.NAGISA, this.goals.visibleTo(actor("nagisa", "sato"), draft.id()));
		Goal taken = new Goal(goal.id(), goal.municipality(), goal.sheet(), Office.ENVIRONMENT, goal.fiscalYear(),
				goal.kind(), goal.number(), ReviewState.CONFIRMED, 2, goal.version() + 1, goal.content(), null, "",
				null);
		assertThatExceptionOfType(MeguriProblem.class)
			.isThrownBy(() -> in(Office.NAGISA, this.goals.save(taken, Instant.now())))
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(412));
		in(Office.NAGISA, this.goals.delete(taken));
		assertThat(in(Office.NAGISA, rows(draft.id()))).isEqualTo(1);
		assertThat(this.desk.sato.get(draft.path()).text("/state")).isEqualTo("DRAFT");
	}

	@Test
	void staleVersion_isNotWritten() {
		Named draft = this.desk.draft(this.year);
		Goal goal = in(Office.NAGISA, this.goals.visibleTo(actor("nagisa", "sato"), draft.id()));
		in(Office.NAGISA, this.goals.save(goal.touched(), Instant.now()));
		assertThatExceptionOfType(MeguriProblem.class)
			.isThrownBy(() -> in(Office.NAGISA, this.goals.save(goal.touched(), Instant.now())));
	}

	@Test
	void otherCity_isHeldBackByTheQueryAndByTheRowPolicy() {
		Named confirmed = this.desk.goal(this.year, ReviewState.CONFIRMED);
		Actor hayashi = actor("tsukimi", "hayashi");
		// Row policies would let it through here; the query does not.
		assertThat(in(Office.NAGISA, this.goals.visibleTo(hayashi, confirmed.id()).hasElement())).isFalse();
		// The query would let it through here; the row policies do not.
		assertThat(in(Office.TSUKIMI, rows(confirmed.id()))).isZero();
		assertThat(in(Office.TSUKIMI, this.goals.ofCity(Office.NAGISA, List.of(confirmed.id())))).isEmpty();
	}

	@Test
	void withoutACity_nothingIsRead() {
		Named draft = this.desk.draft(this.year);
		assertThat(rows(draft.id()).block()).isZero();
	}

	@Test
	void linksAndSearchText_areDerivedWithTheContent() {
		Named draft = this.desk.draft(this.year);
		Mono<Long> links = count("select count(*) from goal_plan_link where goal = :id", draft.id());
		Mono<Long> found = count(
				"select count(*) from goal_search where goal = :id and position('交流会の開催 7月~3月' in body) > 0",
				draft.id());
		assertThat(in(Office.NAGISA, links)).isEqualTo(2);
		assertThat(in(Office.NAGISA, found)).isEqualTo(1);
	}

	private Mono<Long> rows(UUID id) {
		return count("select count(*) from goal where id = :id", id);
	}

	private Mono<Long> count(String sql, UUID id) {
		return this.client.sql(sql).bind("id", id).map((row) -> row.get(0, Long.class)).one();
	}

	private <T> T in(UUID city, Mono<T> work) {
		return this.transaction.in(city, work).block();
	}

	private Actor actor(String city, String subject) {
		return this.directory.actorOf(TestTokens.issuer(city), subject).block();
	}

}
