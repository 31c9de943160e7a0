-- Whoever works for a unit that a goal names sees the goal while it is a draft, and so the plan's sheet it stands on.
-- Confirmed goals are seen by the whole city; a draft gets its units with its next event.
alter table goal_copy add column named_units uuid[] not null default '{}';
