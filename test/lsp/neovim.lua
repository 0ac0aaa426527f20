-- Uses Meetlog in Neovim: opens a log, completes a command, renames someone and applies a code action. The buffer is printed after
-- each, for the test to compare. The arguments are the command that starts the server and the log.
local server, log = vim.env.MEETLOG_SERVER, vim.env.MEETLOG_LOG
local printed = {}
local function out(title, value)
  table.insert(printed, title .. '\n' .. value)
end
local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end
-- A call with a callback at the end, waited for.
local function wait(done)
  if not vim.wait(20000, done, 20) then error('nothing came for 20 s') end
end

vim.cmd('edit ' .. vim.fn.fnameescape(log))
local client = vim.lsp.start_client({ name = 'meetlog', cmd = { 'node', server, '--stdio' } })
wait(function() return vim.lsp.buf_attach_client(0, client) end)
wait(function() return #vim.diagnostic.get(0) > 0 end)
out('diagnostics', vim.diagnostic.get(0)[1].message)

-- Completion, as omnifunc and plugins get it.
local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
end
vim.api.nvim_buf_set_lines(0, 3, 3, false, { '10:02:30 <ann> #to' })
at(4, 0)
local params = vim.lsp.util.make_position_params()
-- Behind the line, where only the cursor of insert mode can be.
params.position.character = 18
local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000)
local items = vim.lsp.util.extract_completion_items(answers[client].result)
local labels = vim.tbl_map(function(item) return item.label end, items)
out('completion', table.concat(labels, ' '))
for _, item in ipairs(items) do
  if item.label == '#topic' then vim.lsp.util.apply_text_edits({ item.textEdit }, 0, 'utf-16') end
end
out('completed', vim.fn.getline(4))
vim.api.nvim_buf_set_lines(0, 3, 4, false, {})

-- A rename of the speaker under the cursor.
at(2, 10)
vim.lsp.buf.rename('zoe')
wait(function() return text():find('zoe', 1, true) ~= nil end)
out('renamed', text())

-- The only quick fix of a line.
at(3, 15)
vim.lsp.buf.code_action({
  context = { only = { 'quickfix' }, diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, 2, {}, client) },
  apply = true,
})
vim.ui.select = function(choices, _, choose) choose(choices[1], 1) end
wait(function() return text():find('#agreed', 1, true) ~= nil end)
out('fixed', vim.fn.getline(3))

io.stdout:write(table.concat(printed, '\n\n') .. '\n')
vim.cmd('qa!')
