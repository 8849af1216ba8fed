/** What --help prints. */
export const HELP = `budgetgen：由一份预算文件生成公开的部门预算（HTML 和 PDF）

用法：
  budgetgen build 文件…  [-o 文件夹] [--format html,pdf] [--fragment] [--browser 路径]
  budgetgen check 文件…
  budgetgen doctor       [--browser 路径]

命令：
  build    检查预算文件，生成文档；有错误时什么也不写
  check    只检查，不生成
  doctor   看看用的是哪个浏览器、哪些字体，缺什么、怎么补

选项：
  -o, --out 文件夹     写到哪里，默认 out
  --format 格式        html、pdf，或 html,pdf（默认）
  --fragment           另写一份可以粘贴到政府网站编辑器的 HTML 片段
  --browser 路径       用这个浏览器打印；也可以写在环境变量 BUDGETGEN_BROWSER 里
  -h, --help           显示这些说明
  -V, --version        显示版本

例子：
  budgetgen build budgets/单位.yaml
  budgetgen build budgets/*.yaml -o 公开 --format pdf
  budgetgen check budgets/单位.yaml

结束代码：0 正常；1 预算文件有错误；2 命令写得不对；3 环境有问题（浏览器、字体、磁盘）
预算文件怎么写：docs/budget-file.zh-CN.md`;
