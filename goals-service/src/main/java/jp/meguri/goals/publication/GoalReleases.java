package jp.meguri.goals.publication;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.evaluation.ReleaseEvent.Kind;
import jp.meguri.events.evaluation.ReleaseEvent.Release;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which releases show which goals. Inside the worker's transaction.
 */
@Repository
class GoalReleases {

	private final DatabaseClient client;

	GoalReleases(DatabaseClient client) {
		this.client = client;
	}

	/** Notes for each goal of a release whether it is shown by it. */
	Mono<Void> keep(UUID municipality, Release release, boolean published) {
		return Flux.fromIterable(release.items())
			.concatMap((item) -> this.client.sql("""
					insert into goal_release (municipality, goal, release, kind, published)
					values (:municipality, :goal, :release, :kind, :published)
					on conflict (goal, release) do update set published = excluded.published
					""")
				.bind("municipality", municipality)
				.bind("goal", item.goal())
				.bind("release", release.id())
				.bind("kind", release.kind().name())
				.bind("published", published)
				.then())
			.then();
	}

	/** The state the releases give a confirmed goal. */
	Mono<ReviewState> stateOf(UUID municipality, UUID goal) {
		return this.client
			.sql("select kind from goal_release where municipality = :municipality and goal = :goal and published")
			.bind("municipality", municipality)
			.bind("goal", goal)
			.map((row) -> Kind.valueOf(Objects.requireNonNull(row.get("kind", String.class))))
			.all()
			.collectList()
			.map(GoalReleases::stateFor);
	}

	private static ReviewState stateFor(List<Kind> shownBy) {
		if (shownBy.contains(Kind.FINAL)) {
			return ReviewState.PUBLISHED_FINAL;
		}
		return shownBy.isEmpty() ? ReviewState.CONFIRMED : ReviewState.PUBLISHED_INITIAL;
	}

}
