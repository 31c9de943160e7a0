package jp.meguri.review;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.events.content.ReviewComment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/**
 * The comments (コメント) on goals and reports. Inside the caller's transaction, for items
 * the caller may see.
 */
public final class ReviewComments {

	private final DatabaseClient client;

	ReviewComments(DatabaseClient client) {
		this.client = client;
	}

	public Mono<Void> add(UUID municipality, UUID item, ReviewComment comment) {
		GenericExecuteSpec insert = this.client.sql("""
				insert into review_comment
				  (id, municipality, item, anchor, text, author, author_name, revision, in_reply_to, at)
				values (:id, :municipality, :item, :anchor, :text, :author, :name, :revision, :inReplyTo, :at)
				""")
			.bind("id", comment.id())
			.bind("municipality", municipality)
			.bind("item", item)
			.bind("text", comment.text())
			.bind("author", comment.author())
			.bind("name", comment.authorName())
			.bind("revision", comment.revision())
			.bind("at", comment.at());
		String anchor = comment.anchor();
		UUID inReplyTo = comment.inReplyTo();
		insert = (anchor != null) ? insert.bind("anchor", anchor) : insert.bindNull("anchor", String.class);
		insert = (inReplyTo != null) ? insert.bind("inReplyTo", inReplyTo) : insert.bindNull("inReplyTo", UUID.class);
		return insert.then();
	}

	/**
	 * The comments of these items in the order they were made; items without any are
	 * absent.
	 */
	public Mono<Map<UUID, List<ReviewComment>>> of(UUID municipality, Collection<UUID> items) {
		return this.client.sql("""
				select id, item, anchor, text, author, author_name, revision, in_reply_to, at from review_comment
				where municipality = :municipality and item = any(:items) order by at, id
				""")
			.bind("municipality", municipality)
			.bind("items", items.toArray(UUID[]::new))
			.map((row) -> Map.entry(value(row, "item", UUID.class), comment(row)))
			.all()
			.collect(HashMap::new,
					(byItem, entry) -> byItem.computeIfAbsent(entry.getKey(), (item) -> new ArrayList<>())
						.add(entry.getValue()));
	}

	/** Comments that nobody has answered yet; an answer is no question. */
	public static List<ReviewComment> unanswered(List<ReviewComment> comments) {
		Set<UUID> answered = comments.stream()
			.map(ReviewComment::inReplyTo)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return comments.stream()
			.filter((comment) -> comment.inReplyTo() == null && !answered.contains(comment.id()))
			.toList();
	}

	private static ReviewComment comment(Readable row) {
		return new ReviewComment(value(row, "id", UUID.class), row.get("anchor", String.class),
				value(row, "text", String.class), value(row, "author", UUID.class),
				value(row, "author_name", String.class), value(row, "revision", Long.class),
				row.get("in_reply_to", UUID.class), value(row, "at", Instant.class));
	}

	private static <T> T value(Readable row, String column, Class<T> type) {
		return Objects.requireNonNull(row.get(column, type));
	}

}
