import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskGroup,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** A task, as `tasks.json` has it: a command of the command line with its arguments. */
interface LogTask extends TaskDefinition {
  readonly command: string;
  readonly arguments?: readonly string[];
}

const type = 'meetlog';
const commands = ['check', 'minutes', 'actions'] as const;

/** Offers the command line as tasks for the logs of each folder. `node` runs its script `cli`. */
export function registerTasks(node: string, cli: string): Disposable {
  const taskOf = (definition: LogTask, folder: WorkspaceFolder): Task => {
    const { command, arguments: given = ['.'] } = definition;
    // VS Code's own program is Node if this is set.
    const options = { cwd: folder.uri.fsPath, env: { ELECTRON_RUN_AS_NODE: '1' } };
    const execution = new ProcessExecution(node, [cli, command, ...given], options);
    const task = new Task(definition, folder, command, type, execution, command === 'check' ? ['$meetlog'] : []);
    if (command === 'check') task.group = TaskGroup.Test;
    return task;
  };
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      localFolders().flatMap((folder) => commands.map((command) => taskOf({ type, command }, folder))),
    resolveTask: ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : localFolders()[0];
      const isKnown = commands.some((command) => command === definition.command);
      return folder && isKnown ? taskOf(definition as LogTask, folder) : undefined;
    },
  });
}

/** The folders that programs can read. */
function localFolders(): WorkspaceFolder[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}
