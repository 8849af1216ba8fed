/** What --help prints. */
export const HELP = `budgetgen：由一份预算文件生成公开的部门预算（HTML 和 PDF）

用法：
  budgetgen build 文件…  [-o 文件夹] [--format html,pdf] [--fragment] [--standard 文件夹] [--browser 路径]
  budgetgen check 文件…  [--standard 文件夹]
  budgetgen standards    [--standard 文件夹] [--format text|json]
  budgetgen standards show 名称或文件夹   [--standard 文件夹] [--format text|json]
  budgetgen standards check 名称或文件夹… [--standard 文件夹] [--example 文件] [--format text|json]
  budgetgen doctor       [--browser 路径]

命令：
  build    检查预算文件，生成文档；有错误时什么也不写
  check    只检查，不生成
  standards        列出有哪些标准：依据、各表、各节、要写明的事实
  standards show   一个标准的每个文件来自哪个文件夹
  standards check  检查标准本身：有没有写错、没用到、重复、永远选不到钱的，并用一份预算文件试算
  doctor   看看用的是哪个浏览器、哪些字体，缺什么、怎么补

选项：
  -o, --out 文件夹     写到哪里，默认 out
  --format 格式        html、pdf，或 html,pdf（默认）
  --fragment           另写一份可以粘贴到政府网站编辑器的 HTML 片段
  --standard 文件夹    先在这里找标准，再找随程序安装的；可以是一个标准的文件夹，也可以是放着几个标准的文件夹；可以写几次
  --example 文件       检查标准时用这份预算文件试算，不用 pack.yaml 里 example 写的那一份
  --browser 路径       用这个浏览器打印；也可以写在环境变量 BUDGETGEN_BROWSER 里
  -h, --help           显示这些说明
  -V, --version        显示版本

例子：
  budgetgen build budgets/单位.yaml
  budgetgen build budgets/*.yaml -o 公开 --format pdf
  budgetgen check budgets/单位.yaml
  budgetgen build budgets/单位.yaml --standard 本市标准
  budgetgen standards check 本市标准 --example budgets/单位.yaml

结束代码：0 正常；1 预算文件或者标准有错误；2 命令写得不对；3 环境有问题（浏览器、字体、磁盘）
预算文件怎么写：docs/budget-file.zh-CN.md`;
