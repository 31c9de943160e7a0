package jp.meguri.notifications.todo;

import java.util.List;
import jp.meguri.directory.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TodoController {

	private final Todos todos;

	TodoController(Todos todos) {
		this.todos = todos;
	}

	@GetMapping("/api/notifications/todos")
	Mono<TodosView> todos(Actor actor) {
		return this.todos.of(actor).map(TodosView::new);
	}

	record TodosView(List<Todo> items) {
	}

}
